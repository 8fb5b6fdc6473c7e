package io.stile.desk.web;

import io.stile.form.FormLine;
import io.stile.catalogue.Forms;
import io.stile.catalogue.RequestType;
import io.stile.desk.Names;
import io.stile.engine.Feel;
import io.stile.organisation.Organisation;
import io.stile.request.Reopenings;
import io.stile.request.RepeatContacts;
import io.stile.request.Request;
import io.stile.request.SimilarRequests;
import io.stile.request.StartForm;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What a customer has asked for already, as it stands beside the form for a new request. */
@Component
class Similar {

  private final SimilarRequests similar;
  private final Reopenings reopenings;
  private final RepeatContacts repeatContacts;
  private final Organisation organisation;
  private final Forms forms;
  private final StartForm startForm;
  private final Feel feel;

  Similar(SimilarRequests similar, Reopenings reopenings, RepeatContacts repeatContacts, Organisation organisation,
      Forms forms, StartForm startForm, Feel feel) {
    this.similar = similar;
    this.reopenings = reopenings;
    this.repeatContacts = repeatContacts;
    this.organisation = organisation;
    this.forms = forms;
    this.startForm = startForm;
    this.feel = feel;
  }

  /**
   * A request that could be meant.
   *
   * @param owner      name of its owner
   * @param contacts   "3rd contact", or null
   * @param reopenable whether it was closed so short a time ago that it can be opened again
   */
  record Line(Request request, String owner, String contacts, boolean reopenable) {}

  List<Line> of(long customer, String type, String told) {
    Names names = new Names(organisation);
    return similar.of(customer, type, told).stream().map(request -> new Line(request, names.employee(request.owner()),
        RepeatContacts.words(repeatContacts.of(request.number().value())), reopenings.isPossible(request))).toList();
  }

  /** What was said, and what was answered on the form of the type before somebody saw that there is a request: nothing is lost. */
  String withAnswers(String told, RequestType type, long customer, Map<String, Object> answers) {
    String form = type.model().startForm();
    List<FormLine> lines = form == null || answers.isEmpty() ? List.of()
        : forms.form(type.model().version(), form).describe(answers, startForm.given(customer), feel);
    return lines.isEmpty() ? told : told.strip() + "\n\n" + lines.stream()
        .map(line -> line.label() + ": " + line.value()).collect(Collectors.joining("\n"));
  }
}
