package org.huiwu.gateway.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/// The pages that need no account: `/s`, a recipient's manifests, `/p`, whether a paper is still
/// true, and `/me`, a delegate's own. To open one does nothing: what the link is good for stands in
/// its fragment, which no browser sends.
@Configuration(proxyBeanMethods = false)
class SitePages {

  @Bean
  @Order(50)
  RouterFunction<ServerResponse> siteAndPaper() {
    return RouterFunctions.route()
        .route(RequestPredicates.GET("/s"), _ -> page("static/s.html"))
        .route(RequestPredicates.GET("/p"), _ -> page("static/p.html"))
        .route(RequestPredicates.GET("/me"), _ -> page("static/me.html"))
        .build();
  }

  private static ServerResponse page(String file) throws IOException {
    var page = new ClassPathResource(file);
    if (!page.exists()) {
      return ServerResponse.notFound().build();
    }
    return ServerResponse.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .cacheControl(CacheControl.noStore())
        .header(HttpHeaders.CONTENT_LANGUAGE, "zh, en")
        .header("X-Robots-Tag", "noindex, nofollow")
        .body(page.getContentAsString(StandardCharsets.UTF_8));
  }
}
