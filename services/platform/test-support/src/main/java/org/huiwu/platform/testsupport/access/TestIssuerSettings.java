package org.huiwu.platform.testsupport.access;

import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/// Tells every service that a test starts where the [TestIssuer]'s keys are.
public final class TestIssuerSettings implements ContextCustomizerFactory {
  private static final String SECRET_FILE = TestIssuer.get().secretFile().toString();

  private record Issuer(String issuer, String keys, String tokens, String secretFile)
      implements ContextCustomizer {
    @Override
    public void customizeContext(
        ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
      context
          .getEnvironment()
          .getPropertySources()
          .addFirst(
              new MapPropertySource(
                  "test-issuer",
                  Map.of(
                      "huiwu.access.issuer",
                      issuer,
                      "huiwu.access.keys",
                      keys,
                      "huiwu.access.tokens",
                      tokens,
                      "huiwu.access.secret-file",
                      secretFile)));
    }
  }

  @Override
  public ContextCustomizer createContextCustomizer(
      Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
    var issuer = TestIssuer.get();
    return new Issuer(issuer.issuer(), issuer.keys(), issuer.tokens(), SECRET_FILE);
  }
}
