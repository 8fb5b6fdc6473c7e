package io.stile.migration;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What would become of the running requests if they were moved now.
 *
 * @param plan  the plan that was tried
 * @param moves numbers of the requests that would move
 * @param stays those that would stay, by the reason; the most first
 */
public record DryRun(MigrationPlan plan, List<String> moves, List<Staying> stays) {

  /** Requests that would stay for a reason, in a sentence. */
  public record Staying(String reason, List<String> requests) {}

  static DryRun of(MigrationPlan plan, List<String> moves, Map<String, List<String>> stays) {
    return new DryRun(plan, List.copyOf(moves), stays.entrySet().stream()
        .map(each -> new Staying(each.getKey(), each.getValue()))
        .sorted(Comparator.comparing((Staying each) -> -each.requests().size()).thenComparing(Staying::reason)).toList());
  }

  /** How many requests there are. */
  public int all() {
    return moves.size() + staying();
  }

  /** How many would stay. */
  public int staying() {
    return stays.stream().mapToInt(each -> each.requests().size()).sum();
  }

  /** "132 of 140 requests move to version 4; 8 stay." */
  public String headline() {
    String moving = "%d of %d %s to version %d".formatted(moves.size(), all(), all() == 1 ? "request moves" : "requests move", plan.number());
    return staying() == 0 ? moving + "." : "%s; %d %s.".formatted(moving, staying(), staying() == 1 ? "stays" : "stay");
  }

  /** The headline, and why some stay. */
  public String summary() {
    return headline() + stays.stream().map(each -> " %d: %s".formatted(each.requests().size(), each.reason())).collect(Collectors.joining());
  }
}
