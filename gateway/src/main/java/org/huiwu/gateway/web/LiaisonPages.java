package org.huiwu.gateway.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/// The liaison's phone at `/liaison`: the page, its service worker, which may see this address and
/// no other, and what the phone installs it by. All of it is asked for anew each time, so that a
/// phone with a network never stays with an old one.
@Configuration(proxyBeanMethods = false)
class LiaisonPages {
  private static final String SCOPE = "/liaison";

  @Bean
  @Order(50)
  RouterFunction<ServerResponse> liaisonPhone() {
    return RouterFunctions.route()
        .route(RequestPredicates.GET(SCOPE), _ -> file("liaison.html", MediaType.TEXT_HTML))
        .route(
            RequestPredicates.GET(SCOPE + "/sw.js"),
            _ -> file("liaison/sw.js", new MediaType("text", "javascript")))
        .route(
            RequestPredicates.GET(SCOPE + "/app.webmanifest"),
            _ -> file("liaison/app.webmanifest", new MediaType("application", "manifest+json")))
        .build();
  }

  private static ServerResponse file(String name, MediaType type) throws IOException {
    var file = new ClassPathResource("static/" + name);
    if (!file.exists()) {
      return ServerResponse.notFound().build();
    }
    return ServerResponse.ok()
        .contentType(new MediaType(type, StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noCache())
        .header("Service-Worker-Allowed", SCOPE)
        .header("X-Robots-Tag", "noindex, nofollow")
        .body(file.getContentAsString(StandardCharsets.UTF_8));
  }
}
