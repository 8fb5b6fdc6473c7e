package io.stile.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes the description of the API one for its readers: names that stay the same when a class is renamed, Markdown instead of Javadoc's HTML,
 * and what a text says about null said to programs, too.
 */
final class DescriptionWording {

  private static final Pattern CODE = Pattern.compile("</?code>");
  private static final Pattern NULL = Pattern.compile("\\bnull\\b");
  private static final String ROOT = "/api/v1/";

  private DescriptionWording() {}

  static void apply(OpenAPI description) {
    description.setTags(null);
    description.getPaths().forEach((path, item) -> item.readOperationsMap()
        .forEach((method, operation) -> name(method, path, operation)));
    description.getComponents().getSchemas().values().forEach(DescriptionWording::reword);
  }

  private static void name(PathItem.HttpMethod method, String path, Operation operation) {
    String[] pieces = path.substring(ROOT.length()).split("/");
    operation.setTags(List.of(pieces[0]));
    StringBuilder id = new StringBuilder(method.name().toLowerCase(Locale.ROOT));
    Arrays.stream(pieces).flatMap(piece -> Arrays.stream(piece.replace("{", "by-").split("[^A-Za-z]+")))
        .forEach(word -> id.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1)));
    operation.setOperationId(id.toString());
    operation.setSummary(null);
    operation.setDescription(markdown(operation.getDescription()));
    Optional.ofNullable(operation.getParameters()).orElse(List.of())
        .forEach(parameter -> parameter.setDescription(markdown(parameter.getDescription())));
  }

  private static void reword(Schema<?> schema) {
    schema.setDescription(markdown(schema.getDescription()));
    if (schema.getProperties() == null) {
      return;
    }
    schema.getProperties().values().forEach(member -> {
      member.setDescription(markdown(member.getDescription()));
      if (member.getDescription() != null && NULL.matcher(member.getDescription()).find()) {
        orNull(member);
      }
    });
  }

  private static void orNull(Schema<?> member) {
    if (member.get$ref() != null) {
      member.setAnyOf(List.of(new JsonSchema().$ref(member.get$ref()), new JsonSchema().types(Set.of("null"))));
      member.set$ref(null);
    } else if (member.getTypes() != null && !member.getTypes().isEmpty()) {
      member.addType("null");
    }
  }

  private static String markdown(String javadoc) {
    return javadoc == null ? null : CODE.matcher(javadoc).replaceAll("`");
  }
}
