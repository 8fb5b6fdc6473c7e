package io.stile.notification.web;

import io.stile.notification.Notices;
import io.stile.web.Badge;
import io.stile.web.Badges;
import java.util.List;
import org.springframework.stereotype.Component;

/** The count on the bell: notices that have not been read. */
@Component
class NoticeBadges implements Badges {

  private final Notices notices;

  NoticeBadges(Notices notices) {
    this.notices = notices;
  }

  @Override
  public List<Badge> badgesFor(String signIn) {
    return List.of(new Badge(Badge.NOTICES, notices.unread(signIn), false));
  }
}
