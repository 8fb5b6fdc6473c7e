package io.stile.notification;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/**
 * Writes mail from {@code templates/mail}: {@code text/x.txt}, whose first line is the subject, and {@code html/x.html}. An
 * engine of its own: the one of the pages knows no plain text.
 */
@Component
class MailTemplates {

  private final SpringTemplateEngine engine = new SpringTemplateEngine();

  MailTemplates() {
    engine.addTemplateResolver(resolver("text/*", ".txt", TemplateMode.TEXT));
    engine.addTemplateResolver(resolver("html/*", ".html", TemplateMode.HTML));
  }

  /** What a template makes of the facts. */
  record Written(String subject, String text, String html) {}

  Written write(String template, Map<String, Object> facts) {
    Context context = new Context(Locale.ENGLISH, facts);
    String[] subjectAndText = engine.process("text/" + template, context).split("\\R\\s*", 2);
    return new Written(subjectAndText[0], subjectAndText[1].strip() + "\n", engine.process("html/" + template, context));
  }

  private static ClassLoaderTemplateResolver resolver(String names, String suffix, TemplateMode mode) {
    ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(MailTemplates.class.getClassLoader());
    resolver.setPrefix("templates/mail/");
    resolver.setSuffix(suffix);
    resolver.setResolvablePatterns(Set.of(names));
    resolver.setTemplateMode(mode);
    resolver.setCharacterEncoding("UTF-8");
    return resolver;
  }
}
