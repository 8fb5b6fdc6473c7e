package io.stile.desk.web;

import io.stile.notification.Notices;
import io.stile.request.RepeatContacts;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a list marks requests with: that their customer was in touch, and how often he had to be. */
@Component
class RequestMarks {

  private final Notices notices;
  private final RepeatContacts repeatContacts;

  RequestMarks(Notices notices, RepeatContacts repeatContacts) {
    this.notices = notices;
    this.repeatContacts = repeatContacts;
  }

  /**
   * The mark of a request.
   *
   * @param fresh    whether the reader has not looked at the request since he was told of a contact
   * @param contacts "3rd contact", or null
   */
  record Mark(boolean fresh, String contacts) {}

  /** By the numbers of the requests, each of which has one. */
  Map<String, Mark> of(String viewer, Collection<String> requests) {
    Set<String> unread = notices.contactsUnread(viewer);
    Map<String, Integer> counts = repeatContacts.of(requests);
    Map<String, Mark> marks = new HashMap<>();
    requests.forEach(number -> marks.put(number, new Mark(unread.contains(number), RepeatContacts.words(counts.get(number)))));
    return marks;
  }
}
