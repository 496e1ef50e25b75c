package org.huiwu.gateway.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.huiwu.gateway.door.web.ContentPolicy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.resource.EncodedResourceResolver;

/// The console: its files from the class path, and its one page for every address that it makes up
/// itself (history routing). The page gets a nonce of its own for the styles that it injects.
@Configuration(proxyBeanMethods = false)
class ConsolePages implements WebMvcConfigurer {
  private static final String PAGE = "static/index.html";
  private static final String NONCE = "__NONCE__";
  private static final Duration YEAR = Duration.ofDays(365);

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    // The names of these carry a hash of what is in them; the build has put compressed forms
    // beside.
    registry
        .addResourceHandler("/assets/**")
        .addResourceLocations("classpath:/static/assets/")
        .setCacheControl(CacheControl.maxAge(YEAR).cachePublic().immutable())
        .resourceChain(true)
        .addResolver(new EncodedResourceResolver());
  }

  @Bean
  @Order(100)
  RouterFunction<ServerResponse> consolePage() {
    return RouterFunctions.route().route(ConsolePages::asksForAPage, ConsolePages::page).build();
  }

  private static boolean asksForAPage(ServerRequest request) {
    var path = request.path();
    return request.method().equals(HttpMethod.GET)
        && (path.equals("/index.html") || path.substring(path.lastIndexOf('/')).indexOf('.') < 0)
        && !path.startsWith("/api/")
        && !path.startsWith("/actuator")
        && !path.equals("/session")
        && !path.startsWith("/accounts")
        && !path.startsWith("/unavailable/")
        && request.headers().header(HttpHeaders.ACCEPT).stream()
            .anyMatch(accept -> accept.contains(MediaType.TEXT_HTML_VALUE));
  }

  private static ServerResponse page(ServerRequest request) throws IOException {
    var file = new ClassPathResource(PAGE);
    if (!file.exists()) {
      return ServerResponse.notFound().build();
    }
    var page = file.getContentAsString(StandardCharsets.UTF_8);
    return ServerResponse.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noStore())
        .body(page.replace(NONCE, ContentPolicy.nonce(request.servletRequest())));
  }
}
