package io.stile.notification.web;

import io.stile.notification.Mails;
import io.stile.web.Badge;
import io.stile.web.Badges;
import java.util.List;
import org.springframework.stereotype.Component;

/** The count beside "Mail": what was given up. Who does not have the entry does not see the count. */
@Component
class MailBadges implements Badges {

  static final String HREF = "/admin/mail";

  private final Mails mails;

  MailBadges(Mails mails) {
    this.mails = mails;
  }

  @Override
  public List<Badge> badgesFor(String signIn) {
    int givenUp = Math.toIntExact(mails.givenUp());
    return List.of(new Badge(HREF, givenUp, givenUp > 0));
  }
}
