package io.stile.handover;

import io.stile.engine.ProtocolDate;
import io.stile.organisation.Organisation;
import io.stile.work.OptionLists;
import io.stile.work.StepTarget;
import io.stile.work.Task;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who answers an offer, until when the receiver alone does ({@code receivingLeadAsked}), and whom he can name. */
@Component
class Answerers implements StepTarget, ProtocolDate, OptionLists {

  private static final String BY_LEAD = "UserTask_AnswerForDepartment";

  private final HandOverTable table;
  private final Offers offers;
  private final AnswerToOffer answer;
  private final HandOverEnds ends;
  private final Organisation organisation;
  private final Clock clock;

  Answerers(HandOverTable table, Offers offers, AnswerToOffer answer, HandOverEnds ends, Organisation organisation, Clock clock) {
    this.table = table;
    this.offers = offers;
    this.answer = answer;
    this.ends = ends;
    this.organisation = organisation;
    this.clock = clock;
  }

  @Override
  public String process() {
    return HandOvers.PROCESS;
  }

  @Override
  public String name() {
    return "receivingLeadAsked";
  }

  @Override
  public Instant of(String subject) {
    return required(subject).leadAskedAt();
  }

  @Override
  public Target of(String subject, String step) {
    HandOver handOver = required(subject);
    return Target.employee(step.equals(BY_LEAD) ? handOver.lead() : handOver.receiver());
  }

  /** An offer to somebody who leaves ends; a lead who leaves is followed by the next one who stands above the receiver. */
  @Override
  public boolean passOn(String subject, String step, String from, String by) {
    HandOver open = required(subject);
    Optional<String> next = step.equals(BY_LEAD) ? answer.receivingLead(open, Set.of(open.giver(), from)) : Optional.empty();
    next.ifPresentOrElse(lead -> table.ask(open.id(), lead),
        () -> ends.end(open, HandOver.State.LAPSED, null, "the one to whom it was offered has left"));
    return true;
  }

  @Override
  public Set<String> names() {
    return Set.of("departments", "employees", "colleagues");
  }

  @Override
  public Map<String, List<Map<String, String>>> of(Task task) {
    if (!task.process().equals(HandOvers.PROCESS)) {
      return Map.of();
    }
    HandOver open = required(task.subject());
    return Map.of("departments", organisation.departments().stream().map(each -> option(each.key(), each.name())).toList(),
        "employees", offers.employees(open.giver()).stream().map(each -> option(each.signIn(), "%s (%s)".formatted(each.name(), each.signIn()))).toList(),
        "colleagues", colleagues(open));
  }

  /** The people of the departments of the receiver, without the owner. */
  private List<Map<String, String>> colleagues(HandOver open) {
    Stream<String> departments = open.department() != null ? Stream.of(open.department())
        : organisation.employee(open.receiver()).stream().flatMap(receiver -> receiver.departments().stream());
    Instant now = clock.instant();
    return departments.flatMap(department -> organisation.membersOf(department).stream()).distinct()
        .filter(member -> !member.signIn().equals(open.giver())).sorted(Comparator.comparing(member -> member.name()))
        .map(member -> option(member.signIn(), offers.absence(member.signIn(), now).isPresent() ? member.name() + ", absent" : member.name()))
        .toList();
  }

  private static Map<String, String> option(String value, String label) {
    return Map.of("value", value, "label", label);
  }

  private HandOver required(String subject) {
    return table.byId(Long.parseLong(subject))
        .orElseThrow(() -> new IllegalArgumentException("There is no hand-over " + subject));
  }
}
