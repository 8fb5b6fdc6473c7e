package io.stile.desk.web;

import io.stile.desk.Names;
import io.stile.obstacle.Obstacles;
import io.stile.organisation.Organisation;
import org.springframework.stereotype.Component;

/** Gathers who reported an obstacle, for the page of the request that it is and of its tasks. */
@Component
class ObstacleSheets {

  private static final int LATEST = 20;

  private final Obstacles obstacles;
  private final Organisation organisation;

  ObstacleSheets(Obstacles obstacles, Organisation organisation) {
    this.obstacles = obstacles;
    this.organisation = organisation;
  }

  /** Null for a request that is no obstacle. */
  ObstacleSheet of(String number) {
    Names names = new Names(organisation);
    return obstacles.byNumber(number).map(obstacle -> new ObstacleSheet(obstacle, obstacles.reports(number, LATEST).stream()
        .map(report -> new ObstacleSheet.Line(names.employee(report.reporter()), report.words(), report.about(), report.at()))
        .toList())).orElse(null);
  }
}
