package io.stile.operation;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;

/** What production takes from the environment: without it, or with something else in its place, Stile does not start. */
final class ProductionSettings {

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Set<String> STRATEGIES = Set.of("none", "native", "framework");
  private static final UnaryOperator<String> ANYTHING = value -> null;

  private static final Setting SITE = new Setting("stile.mail.site", "STILE_MAIL_SITE",
      "The address at which people reach Stile in their browser; links in mail lead there.", "https://stile.example.org", true,
      ProductionSettings::siteFlaw);
  private static final Setting FORWARDED = new Setting("server.forward-headers-strategy", "SERVER_FORWARD_HEADERS_STRATEGY",
      "Who ends TLS: 'native' behind a proxy that sets X-Forwarded-For, -Proto and -Host itself, 'none' without a proxy.", "native",
      true, value -> STRATEGIES.contains(value) ? null : "is '%s'; expected native, framework or none.".formatted(value));
  private static final Setting MAIL_USER = new Setting("spring.mail.username", "SPRING_MAIL_USERNAME",
      "The user at the mail server; leave it and the password out if the server wants none.", "stile", false, ANYTHING);
  private static final Setting MAIL_PASSWORD = new Setting("spring.mail.password", "SPRING_MAIL_PASSWORD",
      "His password there.", "(a secret)", false, ANYTHING);

  private static final List<Setting> ALL = List.of(
      new Setting("spring.datasource.url", "SPRING_DATASOURCE_URL", "The PostgreSQL database that Stile keeps everything in.",
          "jdbc:postgresql://db.example.org:5432/stile", true, ProductionSettings::urlFlaw),
      new Setting("spring.datasource.username", "SPRING_DATASOURCE_USERNAME",
          "The role that Stile uses there: the owner of the database, no superuser.", "stile", true, ANYTHING),
      new Setting("spring.datasource.password", "SPRING_DATASOURCE_PASSWORD", "The password of that role.", "(a secret)", true, ANYTHING),
      new Setting("spring.mail.host", "SPRING_MAIL_HOST", "The mail server that takes the mail to customers and employees.",
          "smtp.example.org", true, value -> value.contains("/") || value.contains(" ")
              ? "is '%s'; expected the name of a host.".formatted(value) : null),
      new Setting("spring.mail.port", "SPRING_MAIL_PORT", "Its port, if it is not 25.", "587", false, ProductionSettings::portFlaw),
      MAIL_USER, MAIL_PASSWORD,
      new Setting("stile.mail.from", "STILE_MAIL_FROM", "The sender of mail.", "Stile <stile@example.org>", true,
          ProductionSettings::senderFlaw),
      SITE,
      new Setting("server.address", "SERVER_ADDRESS",
          "The address that Stile listens on: 127.0.0.1 beside a proxy on the same machine, 0.0.0.0 in a container.", "127.0.0.1", true,
          ProductionSettings::addressFlaw),
      new Setting("server.port", "SERVER_PORT", "The port that Stile listens on, if it is not 8080.", "8080", false,
          ProductionSettings::portFlaw),
      FORWARDED);

  private ProductionSettings() {}

  /** What is missing or malformed, all of it; empty if everything is in order. No secret is in it. */
  static List<String> problems(Environment environment) {
    Stream<String> each = ALL.stream().flatMap(setting -> setting.problem(environment).stream());
    return Stream.concat(each, Stream.of(halfACredential(environment), nobodyEndsTls(environment)).filter(Objects::nonNull)).toList();
  }

  private static String halfACredential(Environment environment) {
    boolean user = !MAIL_USER.valueIn(environment).isBlank();
    boolean password = !MAIL_PASSWORD.valueIn(environment).isBlank();
    return user == password ? null : "%s is set, but %s is not: set both or neither.".formatted(
        user ? MAIL_USER.variable() : MAIL_PASSWORD.variable(), user ? MAIL_PASSWORD.variable() : MAIL_USER.variable());
  }

  /** Pages would lead from https to http, and the browser would not send the cookie of the session there. */
  private static String nobodyEndsTls(Environment environment) {
    boolean https = SITE.valueIn(environment).startsWith("https:");
    boolean ended = !FORWARDED.valueIn(environment).equals("none") || environment.containsProperty("server.ssl.key-store")
        || environment.containsProperty("server.ssl.certificate") || environment.containsProperty("server.ssl.bundle");
    return !https || ended ? null : ("%s begins with https, but nobody ends TLS: %s is 'none' and Stile has no certificate.\n"
        + "Set it to native behind a proxy, or set SERVER_SSL_CERTIFICATE and SERVER_SSL_CERTIFICATE_PRIVATE_KEY.")
        .formatted(SITE.variable(), FORWARDED.variable());
  }

  /** Does not repeat the value: a password may be part of it. */
  private static String urlFlaw(String url) {
    return url.matches("jdbc:postgresql:(//[^/]+/)?[^/?]+(\\?.*)?") ? null
        : "does not name a database of PostgreSQL; expected jdbc:postgresql://HOST:PORT/DATABASE.";
  }

  private static String senderFlaw(String sender) {
    try {
      InternetAddress address = new InternetAddress(sender, true);
      return address.getAddress().contains("@") ? null : "is '%s'; expected an address.".formatted(sender);
    } catch (AddressException wrong) {
      return "is '%s'; expected an address, with or without a name.".formatted(sender);
    }
  }

  private static String siteFlaw(String site) {
    try {
      URI address = URI.create(site);
      boolean https = "https".equals(address.getScheme());
      boolean here = "http".equals(address.getScheme()) && THIS_MACHINE.contains(String.valueOf(address.getHost()));
      boolean bare = address.getHost() != null && address.getRawQuery() == null && address.getRawFragment() == null
          && address.getRawUserInfo() == null && !site.endsWith("/");
      return (https || here) && bare ? null
          : "is '%s'; expected https:// and a host, without a slash at the end (http only for localhost).".formatted(site);
    } catch (IllegalArgumentException wrong) {
      return "is '%s', which is no address of a site.".formatted(site);
    }
  }

  private static String addressFlaw(String address) {
    try {
      return address.matches("[0-9a-fA-F.:]+") && InetAddress.getByName(address) != null ? null : expectedAddress(address);
    } catch (UnknownHostException wrong) {
      return expectedAddress(address);
    }
  }

  private static String expectedAddress(String address) {
    return "is '%s'; expected an IP address.".formatted(address);
  }

  private static String portFlaw(String port) {
    return port.matches("\\d{1,5}") && Integer.parseInt(port) >= 1 && Integer.parseInt(port) <= 65_535 ? null
        : "is '%s'; expected a number from 1 to 65535.".formatted(port);
  }
}
