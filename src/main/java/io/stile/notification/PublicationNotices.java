package io.stile.notification;

import io.stile.catalogue.PublicationNews;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Turns what becomes of publications into notices. */
@Component
class PublicationNotices {

  private final Notices notices;

  PublicationNotices(Notices notices) {
    this.notices = notices;
  }

  @ApplicationModuleListener
  void on(PublicationNews news) {
    news.employees().forEach(employee -> notices.tellOf(news.event(), employee, "publication", news.href(), news.text(), news.at()));
  }
}
