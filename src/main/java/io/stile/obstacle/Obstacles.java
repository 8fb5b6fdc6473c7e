package io.stile.obstacle;

import io.stile.customer.Customers;
import io.stile.customer.Interaction.Channel;
import io.stile.organisation.Department;
import io.stile.organisation.Organisation;
import io.stile.request.FreeText;
import io.stile.request.Journal;
import io.stile.request.JournalKind;
import io.stile.request.Opening;
import io.stile.request.Request;
import io.stile.request.RequestNumber;
import io.stile.request.RequestRefused;
import io.stile.request.Requests;
import io.stile.web.Refused.Kind;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reports what stops colleagues from serving. An obstacle is a request of theirs ({@code bpmn/obstacle.bpmn}): it has an
 * owner who can change it, a due time, a journal and an escalation like any other. Others join it; its weight is how many it
 * stops how often.
 */
@Service
public class Obstacles {

  static final String TYPE = "obstacle";

  private final ObstacleTable table;
  private final Concern concern;
  private final Requests requests;
  private final Customers customers;
  private final Organisation organisation;
  private final Journal journal;
  private final Clock clock;

  Obstacles(ObstacleTable table, Concern concern, Requests requests, Customers customers, Organisation organisation,
      Journal journal, Clock clock) {
    this.table = table;
    this.concern = concern;
    this.requests = requests;
    this.customers = customers;
    this.organisation = organisation;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Reports an obstacle.
   *
   * @param reporter sign-in name
   * @throws RequestRefused if something is missing, or a group or a request is unknown
   */
  @Transactional
  public Obstacle report(NewObstacle reported, String reporter) {
    NewObstacle obstacle = checked(reported);
    Request request = requests.open(new Opening(TYPE, customers.house().id(), reporter, Channel.IN_HOUSE, obstacle.what(), null,
        Map.of("kind", obstacle.kind().word(), "what", obstacle.what()), null, concern.owner(obstacle, reporter)));
    String number = request.number().value();
    table.insert(number, obstacle);
    add(number, reporter, obstacle.what(), obstacle.about());
    return table.byNumber(number).orElseThrow();
  }

  private NewObstacle checked(NewObstacle reported) {
    if (reported.kind() == null) {
      throw RequestRefused.invalid("kind", "Say what it is: the phone menu, a tool, a rule, a group, something else.");
    }
    boolean group = reported.kind() == ObstacleKind.GROUP;
    if (group && organisation.departments().stream().map(Department::key).noneMatch(key -> key.equals(reported.department()))) {
      throw RequestRefused.invalid("department", "Expected the group that you do not reach; '%s' is no department."
          .formatted(reported.department() == null ? "" : reported.department()));
    }
    return new NewObstacle(reported.kind(), FreeText.required("what", reported.what(), "Say what stops you from serving."),
        group ? reported.department() : null, about(reported.about()));
  }

  private String about(String about) {
    return about == null || about.isBlank() ? null : RequestNumber.parse(about.strip())
        .flatMap(number -> requests.byNumber(number.value())).filter(request -> !request.type().equals(TYPE))
        .map(request -> request.number().value())
        .orElseThrow(() -> RequestRefused.invalid("request", "There is no request of a customer with the number %s.".formatted(about)));
  }

  /**
   * Joins an obstacle that is still open: it stops the reporter, too, or again.
   *
   * @param words what it was this time; empty for the same
   * @param about number of the customer's request that he cannot serve because of it, or null
   * @throws RequestRefused if there is no such obstacle, it is not open any more, or the request is unknown
   */
  @Transactional
  public Obstacle join(String number, String reporter, String words, String about) {
    Obstacle obstacle = byNumber(number).orElseThrow(() -> new RequestRefused(Kind.UNKNOWN, "There is no obstacle " + number));
    if (!requests.lock(obstacle.number()).isOpen()) {
      throw new RequestRefused(Kind.CONFLICT, "%s is not open any more: %s".formatted(obstacle.number(),
          obstacle.answer() == null ? obstacle.outcome() : obstacle.answer()));
    }
    String said = FreeText.optional("what", words);
    add(obstacle.number(), reporter, said.isEmpty() ? obstacle.what() : said, about(about));
    journal.add(obstacle.number(), JournalKind.OBSTACLE_JOINED, reporter, Map.of("words", said));
    return table.byNumber(obstacle.number()).orElseThrow();
  }

  private void add(String number, String reporter, String words, String about) {
    table.report(number, reporter, words, about, clock.instant());
    if (about != null) {
      journal.add(about, JournalKind.OBSTACLE_REPORTED, reporter, Map.of("words", words, "obstacle", number));
    }
  }

  /** The obstacle of a number, empty if there is none. */
  public Optional<Obstacle> byNumber(String number) {
    return RequestNumber.parse(number).flatMap(parsed -> table.byNumber(parsed.value()));
  }

  /** Those still in the way, the heaviest first: first how many it stops, then how often. */
  public List<Obstacle> open(int limit) {
    return table.open(limit);
  }

  /** Those still in the way whose words are like these, the most similar first; without words the heaviest. */
  public List<Obstacle> openLike(String words, int limit) {
    return words == null || words.isBlank() ? table.open(limit) : table.openLike(words.strip(), limit);
  }

  /** Those that were dealt with, the last one first. */
  public List<Obstacle> ended(int limit) {
    return table.ended(limit);
  }

  /** Those that somebody has reported or joined, open ones first. */
  public List<Obstacle> reportedBy(String reporter, int limit) {
    return table.reportedBy(reporter, limit);
  }

  /** Whom an obstacle stopped and when, the last one first. */
  public List<ObstacleReport> reports(String number, int limit) {
    return table.reports(number, limit);
  }
}
