package io.stile.web;

import java.net.ConnectException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;

/** The database does not answer: it is stopped, being started, or cannot be reached. Nothing is wrong with what was asked for. */
public final class Outage {

  /** After how many seconds it is worth another try. */
  static final int RETRY_AFTER = 10;

  static final Problem PROBLEM = Problem.of("unavailable", HttpStatus.SERVICE_UNAVAILABLE, "Not available at the moment",
      "The database does not answer at the moment. What was saved before is safe; what was just sent has not been done, or it is not "
          + "known whether it was. Try again in a little while.");

  /** Class 08 of the SQL states: the connection broke, or there is none. */
  private static final String CONNECTION = "08";
  /** The server is being stopped, has crashed, or is still starting. */
  private static final String SHUTDOWN = "57P0";
  private static final int DEEPEST = 20;

  private Outage() {}

  /** Whether something failed because the database did not answer: it is worth another try. */
  public static boolean isCauseOf(Throwable exception) {
    return Stream.iterate(exception, Objects::nonNull, Throwable::getCause).limit(DEEPEST).anyMatch(Outage::is);
  }

  private static boolean is(Throwable cause) {
    if (cause instanceof SQLException failure) {
      String state = String.valueOf(failure.getSQLState());
      return failure instanceof SQLTransientConnectionException || failure instanceof SQLRecoverableException
          || state.startsWith(CONNECTION) || state.startsWith(SHUTDOWN);
    }
    return cause instanceof ConnectException && cause.getStackTrace().length > 0
        && Stream.of(cause.getStackTrace()).anyMatch(frame -> frame.getClassName().startsWith("org.postgresql"));
  }
}
