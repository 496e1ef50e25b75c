package org.huiwu.gateway.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/// Reads who is signed in from the cookie and the database, at each request anew. Nothing is saved
/// here: signing in and out is done by name.
@Component
public class SignedInContexts implements SecurityContextRepository {
  private static final String READ = SignedInContexts.class.getName() + ".read";

  private final Sessions sessions;

  SignedInContexts(Sessions sessions) {
    this.sessions = sessions;
  }

  @Override
  public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
    return new Deferred(SingletonSupplier.of(() -> read(request)));
  }

  @Override
  @SuppressWarnings("deprecation")
  public SecurityContext loadContext(HttpRequestResponseHolder holder) {
    return read(holder.getRequest());
  }

  /// Once a request, whoever asks how often.
  private SecurityContext read(HttpServletRequest request) {
    if (request.getAttribute(READ) instanceof SecurityContext known) {
      return known;
    }
    SecurityContext context =
        SessionCookie.read(request)
            .flatMap(sessions::find)
            .map(SignedInContexts::context)
            .orElseGet(SecurityContextImpl::new);
    request.setAttribute(READ, context);
    return context;
  }

  private static SecurityContext context(SignedIn who) {
    return new SecurityContextImpl(
        UsernamePasswordAuthenticationToken.authenticated(
            who,
            null,
            who.platformRoles().stream()
                .map(r -> new SimpleGrantedAuthority("ROLE_" + r))
                .toList()));
  }

  @Override
  public void saveContext(
      SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
    // the session was begun, and its cookie set, by whoever signed somebody in
  }

  @Override
  public boolean containsContext(HttpServletRequest request) {
    return SessionCookie.read(request).isPresent();
  }

  private static final class Deferred implements DeferredSecurityContext {
    private final Supplier<SecurityContext> context;

    Deferred(Supplier<SecurityContext> context) {
      this.context = context;
    }

    @Override
    public SecurityContext get() {
      return context.get();
    }

    @Override
    public boolean isGenerated() {
      return false;
    }
  }
}
