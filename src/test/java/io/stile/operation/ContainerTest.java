package io.stile.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;
import org.yaml.snakeyaml.Yaml;

/** The files that containers are made of, as far as they can be checked without an engine that runs containers. */
class ContainerTest {

  private static final Path DOCKERFILE = Path.of("src/main/docker/Dockerfile");
  private static final Path COMPOSE = Path.of("docker-compose.yml");
  private static final Path EXAMPLE = Path.of(".env.example");

  @Test
  void copiesOnlyWhatIsThereAndNotLeftOut() throws IOException {
    List<String> ignored = Files.readAllLines(Path.of(DOCKERFILE + ".dockerignore"));

    assertThat(copied()).contains("pom.xml", "src/main/").allSatisfy(path -> {
      assertThat(Path.of(path)).exists();
      assertThat(ignored.stream().filter(line -> line.startsWith("!")).map(line -> line.substring(1)))
          .as("kept by the .dockerignore").anyMatch(kept -> path.equals(kept) || path.startsWith(kept + "/"));
    });
  }

  private static List<String> copied() throws IOException {
    return Files.readAllLines(DOCKERFILE).stream().filter(line -> line.startsWith("COPY ") && !line.contains("--from"))
        .map(line -> line.replaceAll("--\\S+ ", "").split("\\s+")).flatMap(words -> Arrays.stream(words, 1, words.length - 1)).toList();
  }

  @Test
  void copiesEachFolderThatMavenTakesResourcesFrom() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));

    assertThat(Pattern.compile("<resource>\\s*<directory>([^$<]+)</directory>").matcher(pom).results().map(result -> result.group(1)))
        .isNotEmpty().allSatisfy(folder -> assertThat(copied()).anyMatch(path -> (folder + "/").startsWith(path)));
  }

  @Test
  void givesProductionEverySettingThatItNeeds() throws IOException {
    Stream<String> needed = ProductionSettings.problems(new MockEnvironment()).stream().map(problem -> problem.split(" ")[0]);
    String image = Files.readString(DOCKERFILE);

    assertThat(needed).isNotEmpty().allSatisfy(variable -> assertThat(environment().containsKey(variable) || image.contains(variable + "="))
        .as(variable).isTrue());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> services() throws IOException {
    Map<String, Object> compose = new Yaml().load(Files.readString(COMPOSE));
    return (Map<String, Object>) compose.get("services");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> environment() throws IOException {
    return (Map<String, String>) ((Map<String, Object>) services().get("stile")).get("environment");
  }

  @Test
  void namesEachVariableInTheExampleWithoutItsSecrets() throws IOException {
    String example = Files.readString(EXAMPLE);

    assertThat(Pattern.compile("\\$\\{(\\w+)").matcher(Files.readString(COMPOSE)).results().map(MatchResult::group)
        .map(variable -> variable.substring(2)).distinct())
        .isNotEmpty().allSatisfy(variable -> assertThat(example).containsPattern("(?m)^#?" + variable + "="));
    assertThat(example).doesNotContainPattern("PASSWORD=.");
  }

  @Test
  void pinsEachImage() throws IOException {
    Stream<String> built = Files.readAllLines(DOCKERFILE).stream().filter(line -> line.startsWith("FROM ")).map(line -> line.split(" ")[1]);
    Stream<String> used = services().values().stream().map(service -> (Map<?, ?>) service).filter(service -> !service.containsKey("build"))
        .map(service -> (String) service.get("image"));

    assertThat(Stream.concat(built, used)).isNotEmpty().allMatch(image -> image.matches("[a-z/-]+:.*\\d.*"));
  }

  @Test
  void isUnderstoodByDockerCompose(@TempDir Path folder) throws Exception {
    assumeTrue(Stream.of(System.getenv("PATH").split(":")).anyMatch(path -> Files.isExecutable(Path.of(path, "docker-compose"))),
        "no docker-compose");
    Path filled = Files.writeString(folder.resolve("env"), Files.readString(EXAMPLE).replaceAll("(?m)PASSWORD=$", "PASSWORD=secret"));

    assertThat(compose(filled)).isEmpty();
    assertThat(compose(EXAMPLE)).contains("choose a password for the superuser of PostgreSQL in .env");
  }

  /** What it complains about. */
  private static String compose(Path environment) throws Exception {
    Process process = new ProcessBuilder("docker-compose", "--env-file", environment.toString(), "config", "-q").redirectErrorStream(true).start();
    String complaint = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return complaint;
  }
}
