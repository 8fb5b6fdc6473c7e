package io.stile.obstacle.web;

import io.stile.engine.UnitOfWork;
import io.stile.obstacle.NewObstacle;
import io.stile.obstacle.Obstacle;
import io.stile.obstacle.ObstacleKind;
import io.stile.obstacle.Obstacles;
import io.stile.web.Part;
import io.stile.web.Refusal;
import io.stile.web.Words;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For programs: reports what stops from serving, joins what was reported, and shows what came of it. */
@RestController
@RequestMapping("/api/v1/obstacles")
@PreAuthorize("hasRole('EMPLOYEE')")
class ObstaclesResource {

  private static final int MOST = 100;

  private final Obstacles obstacles;
  private final UnitOfWork unitOfWork;

  ObstaclesResource(Obstacles obstacles, UnitOfWork unitOfWork) {
    this.obstacles = obstacles;
    this.unitOfWork = unitOfWork;
  }

  /**
   * What is sent to report an obstacle.
   *
   * @param what what stops from serving, in words
   * @param request number of the customer's request that cannot be served because of it; left out if none
   * @param kind {@code phone-menu}, {@code tool}, {@code rule}, {@code group} or {@code other}; {@code other} if it is left out
   * @param department key of the group that nobody reaches, for the kind {@code group} only
   */
  record Reported(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) String what, String request, String kind,
                  String department) {}

  /**
   * What is sent to join an obstacle.
   *
   * @param what what it was this time; left out for the same
   * @param request number of the customer's request that cannot be served because of it; left out if none
   */
  record Joined(String what, String request) {}

  /**
   * Something that stops colleagues from serving.
   *
   * @param number its number: it is a request of colleagues
   * @param kind {@code phone-menu}, {@code tool}, {@code rule}, {@code group} or {@code other}
   * @param what what is in the way, in the words of the first who reported it
   * @param department key of the group that nobody reaches; null for every other kind
   * @param owner sign-in name of who owes an answer
   * @param state {@code open}, {@code closed} or {@code withdrawn}
   * @param outcome what came of it; null while it is open
   * @param openedAt when it was first reported
   * @param due until when it is to be dealt with
   * @param answer what those who reported it were told last; null if nothing yet
   * @param reporters how many people have reported it
   * @param reports how often it was reported
   */
  record Line(String number, String kind, String what, String department, String owner, String state, String outcome,
              Instant openedAt, Instant due, String answer, int reporters, int reports) {

    static Line of(Obstacle obstacle) {
      return new Line(obstacle.number(), obstacle.kind().word(), obstacle.what(), obstacle.department(),
          obstacle.owner(), obstacle.state().word(), obstacle.outcome(), obstacle.openedAt(), obstacle.dueAt(),
          obstacle.answer(), obstacle.reporters(), obstacle.reports());
    }
  }

  /** Reports an obstacle; it gets an owner who can change it, and a due answer. */
  @PostMapping
  ResponseEntity<Line> report(@RequestBody Reported reported, Authentication asker) {
    ObstacleKind kind = reported.kind() == null ? ObstacleKind.OTHER : Words.parse("kind", ObstacleKind.class, reported.kind());
    Obstacle obstacle = unitOfWork.of(() -> obstacles.report(
        new NewObstacle(kind, reported.what(), reported.department(), reported.request()), asker.getName()));
    return ResponseEntity.created(URI.create("/api/v1/obstacles/" + obstacle.number())).body(Line.of(obstacle));
  }

  /** Those still in the way, the heaviest first; at most 100. */
  @GetMapping
  Part<Line> open() {
    return Part.whole(obstacles.open(MOST).stream().map(Line::of).toList());
  }

  /**
   * One obstacle.
   *
   * @param number of the obstacle, for example {@code SR-1000426}
   */
  @GetMapping("/{number}")
  Line show(@PathVariable String number) {
    return obstacles.byNumber(number).map(Line::of).orElseThrow(() -> Refusal.notFound("obstacle " + number));
  }

  /**
   * Joins an obstacle that is still open.
   *
   * @param number of the obstacle, for example {@code SR-1000426}
   */
  @PostMapping("/{number}/reports")
  Line join(@PathVariable String number, @RequestBody Joined joined, Authentication asker) {
    return Line.of(unitOfWork.of(() -> obstacles.join(number, asker.getName(), joined.what(), joined.request())));
  }
}
