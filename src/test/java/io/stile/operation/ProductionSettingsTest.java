package io.stile.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class ProductionSettingsTest {

  private final MockEnvironment environment = new MockEnvironment()
      .withProperty("spring.datasource.url", "jdbc:postgresql://db.example.org:5432/stile")
      .withProperty("spring.datasource.username", "stile")
      .withProperty("spring.datasource.password", "pg-Secret-1")
      .withProperty("spring.mail.host", "smtp.example.org")
      .withProperty("stile.mail.from", "Stile <stile@example.org>")
      .withProperty("stile.mail.site", "https://stile.example.org")
      .withProperty("server.address", "127.0.0.1")
      .withProperty("server.forward-headers-strategy", "native");

  @Test
  void isContentWithTheLeast() {
    assertThat(ProductionSettings.problems(environment)).isEmpty();
  }

  @Test
  void namesEverythingThatIsMissingAtOnceWithPurposeAndExample() {
    List<String> problems = ProductionSettings.problems(new MockEnvironment());

    assertThat(problems).extracting(problem -> problem.split(" ")[0]).containsExactly("SPRING_DATASOURCE_URL",
        "SPRING_DATASOURCE_USERNAME", "SPRING_DATASOURCE_PASSWORD", "SPRING_MAIL_HOST", "STILE_MAIL_FROM", "STILE_MAIL_SITE",
        "SERVER_ADDRESS", "SERVER_FORWARD_HEADERS_STRATEGY");
    assertThat(problems).allSatisfy(problem -> assertThat(problem).contains(" is missing.\n", "\nExample: "));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "spring.datasource.url           | jdbc:mysql://db/stile                | SPRING_DATASOURCE_URL does not name a database of PostgreSQL",
      "spring.datasource.url           | jdbc:postgresql://db.example.org/    | SPRING_DATASOURCE_URL does not name a database",
      "spring.mail.host                | smtp://mail.example.org              | SPRING_MAIL_HOST is 'smtp://mail.example.org'; expected the name of a host",
      "spring.mail.port                | 0                                    | SPRING_MAIL_PORT is '0'; expected a number from 1 to 65535",
      "spring.mail.port                | 65536                                | SPRING_MAIL_PORT is '65536'",
      "spring.mail.port                | smtp                                 | SPRING_MAIL_PORT is 'smtp'",
      "server.port                     | -1                                   | SERVER_PORT is '-1'",
      "stile.mail.from                 | Stile                                | STILE_MAIL_FROM is 'Stile'; expected an address",
      "stile.mail.from                 | a@b, c@d                             | STILE_MAIL_FROM is 'a@b, c@d'",
      "stile.mail.site                 | stile.example.org                    | STILE_MAIL_SITE is 'stile.example.org'; expected https://",
      "stile.mail.site                 | http://stile.example.org             | http only for localhost",
      "stile.mail.site                 | https://stile.example.org/           | without a slash at the end",
      "stile.mail.site                 | https://stile.example.org?a=b        | STILE_MAIL_SITE is",
      "stile.mail.site                 | https://a b                          | which is no address of a site",
      "server.address                  | everywhere                           | SERVER_ADDRESS is 'everywhere'; expected an IP address",
      "server.address                  | 300.0.0.1                            | SERVER_ADDRESS is '300.0.0.1'",
      "server.forward-headers-strategy | yes                                  | SERVER_FORWARD_HEADERS_STRATEGY is 'yes'; expected native, framework or none",
      "server.forward-headers-strategy | none                                 | nobody ends TLS",
      "spring.mail.username            | stile                                | SPRING_MAIL_USERNAME is set, but SPRING_MAIL_PASSWORD is not",
      "spring.mail.password            | smtp-Secret-1                        | SPRING_MAIL_PASSWORD is set, but SPRING_MAIL_USERNAME is not"})
  void namesWhatIsMalformedAndWhatWasExpected(String property, String value, String problem) {
    environment.setProperty(property, value);

    assertThat(ProductionSettings.problems(environment)).singleElement().asString().contains(problem).doesNotContain("Secret");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "spring.datasource.url           | jdbc:postgresql://a:5432,b:5432/stile?targetServerType=primary",
      "spring.datasource.url           | jdbc:postgresql:stile",
      "spring.mail.port                | 65535",
      "stile.mail.from                 | stile@example.org",
      "stile.mail.site                 | http://localhost:8080",
      "stile.mail.site                 | http://127.0.0.1:8080",
      "stile.mail.site                 | https://example.org/stile",
      "server.address                  | 0.0.0.0",
      "server.address                  | ::"})
  void takesWhatIsInOrder(String property, String value) {
    environment.setProperty(property, value);

    assertThat(ProductionSettings.problems(environment)).isEmpty();
  }

  @Test
  void doesNotRepeatAUrlThatMayHoldAPassword() {
    environment.setProperty("spring.datasource.url", "postgresql://stile:pg-Secret-2@db/stile");

    assertThat(ProductionSettings.problems(environment)).singleElement().asString().doesNotContain("Secret");
  }

  @Test
  void letsStileEndTlsItself() {
    environment.setProperty("server.forward-headers-strategy", "none");
    environment.setProperty("server.ssl.certificate", "/etc/stile/site.pem");

    assertThat(ProductionSettings.problems(environment)).isEmpty();
  }
}
