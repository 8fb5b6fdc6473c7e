package io.stile.web;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What holds for every call of the API: who may call, what a problem looks like, and how a call can be repeated. */
@Configuration
class ApiDescriptionParts {

  private static final String SIGN_IN = "signIn";

  /** What the members of a problem and of its fields stand for. */
  private static final Map<String, String> MEMBERS = Map.of(
      "type", "Stable name, which programs may rely on: urn:stile:problem: and not-found, invalid, bad-request, conflict, "
          + "concurrent-change, denied, unauthorized, method-not-allowed, precondition-failed, unsupported-media-type, not-acceptable, content-too-large, "
          + "idempotency-key-reused, idempotency-key-in-use, idempotency-answer-lost or internal",
      "title", "The same for each problem of this type",
      "status", "The status of the answer",
      "detail", "What happened here, in a sentence",
      "instance", "Names this one occurrence; it stands in the log, too",
      "fields", "What is wrong with which value; missing if it is not about values",
      "field", "Name of the value",
      "message", "What was expected, in words for the person who typed it");

  /** A problem, as RFC 9457 has it; some types have further members. */
  record ProblemBody(URI type, String title, int status, String detail, URI instance, List<FieldProblem> fields) {}

  @Bean
  OpenAPI description() {
    return new OpenAPI().info(new Info().title("Stile").version("v1").description("""
            Requests of customers, the tasks that they become, and the customers. Lists are ordered and come in parts: \
            pass "next" as "cursor" to get the part behind it. Times are ISO 8601 instants."""))
        .components(new Components().addSecuritySchemes(SIGN_IN,
            new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("basic")))
        .addSecurityItem(new SecurityRequirement().addList(SIGN_IN));
  }

  @Bean
  OpenApiCustomizer problemsAndKeys() {
    return description -> {
      ModelConverters.getInstance().readAll(ProblemBody.class).forEach((name, schema) -> {
        MEMBERS.forEach((member, text) -> describe(schema, member, text));
        description.getComponents().addSchemas(name.equals("ProblemBody") ? "Problem" : name, schema);
      });
      description.getPaths().values().forEach(ApiDescriptionParts::complete);
      DescriptionWording.apply(description);
    };
  }

  private static void describe(Schema<?> schema, String member, String text) {
    if (schema.getProperties().get(member) instanceof Schema<?> known) {
      known.setDescription(text);
    }
  }

  private static void complete(PathItem path) {
    path.readOperations().forEach(operation -> operation.getResponses().addApiResponse("default", problem()));
    path.readOperations().stream().filter(ApiDescriptionParts::readsATag).forEach(operation ->
        operation.getResponses().addApiResponse("412", problem().description("It has changed since it was read; nothing was done")));
    if (path.getPost() != null) {
      repeatable(path.getPost());
    }
  }

  private static boolean readsATag(Operation operation) {
    return operation.getParameters() != null
        && operation.getParameters().stream().anyMatch(parameter -> EntityTags.IF_MATCH.equals(parameter.getName()));
  }

  private static ApiResponse problem() {
    Schema<?> schema = new Schema<>().$ref("#/components/schemas/Problem");
    return new ApiResponse().description("Why it was refused, or that it failed").content(new Content().addMediaType(
        org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE, new MediaType().schema(schema)));
  }

  private static void repeatable(Operation post) {
    post.addParametersItem(new HeaderParameter().name(IdempotencyFilter.HEADER).required(false)
        .schema(new StringSchema().maxLength(255)).description(
            "Names this call, so that it can be repeated for a day without doing its work twice: a repeated call gets the first answer."));
    post.getResponses().forEach((status, answer) -> answer.addHeaderObject(IdempotencyFilter.REPLAYED,
        new Header().description("\"true\" if this is the answer of an earlier call").schema(new StringSchema())));
  }
}
