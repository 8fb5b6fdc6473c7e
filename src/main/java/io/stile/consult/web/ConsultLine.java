package io.stile.consult.web;

import io.stile.consult.Consult;
import io.stile.consult.ConsultWord;
import io.stile.web.Words;
import java.time.Instant;
import java.util.List;

/**
 * A question to a department or an employee.
 *
 * @param id names the question
 * @param request number of the request
 * @param task id of the task from which it was asked; null if it was asked from the request
 * @param asker sign-in name of who asked
 * @param department key of the department that is asked; null if it is one employee
 * @param employee sign-in name of who is asked; null if it is a department
 * @param question what is to be found out
 * @param blocking whether the answer is needed to go on
 * @param askedAt when it was asked
 * @param due when the answer is due
 * @param state {@code open}, {@code answered}, {@code withdrawn}, or {@code dropped} if its task or request ended first
 * @param answerTask id of the open task to answer it; null if it has ended
 * @param answer the answer; null unless it is answered
 * @param answeredBy sign-in name of who answered; null unless it is answered
 * @param endedAt when it was answered or ended otherwise; null while it is open
 * @param endedWhy why it ended without an answer; null if it did not, or nobody said why
 * @param seenAt when owner or lead took note of the answer; null while they have not
 * @param words what was added since it was asked, oldest first
 */
record ConsultLine(long id, String request, Long task, String asker, String department, String employee, String question,
                   boolean blocking, Instant askedAt, Instant due, String state, Long answerTask, String answer,
                   String answeredBy, Instant endedAt, String endedWhy, Instant seenAt, List<AddedWords> words) {

  /**
   * What was added to a question.
   *
   * @param at when it was added
   * @param by sign-in name of who added it
   * @param words what was added, or why it was handed on
   * @param department key of the department that it was handed on to; null if it was not, or to an employee
   * @param employee sign-in name of who it was handed on to; null if it was not, or to a department
   */
  record AddedWords(Instant at, String by, String words, String department, String employee) {

    static AddedWords of(ConsultWord word) {
      return new AddedWords(word.at(), word.by(), word.words(), word.handedTo() == null ? null : word.handedTo().department(),
          word.handedTo() == null ? null : word.handedTo().employee());
    }
  }

  static ConsultLine of(Consult consult, Long answerTask, List<ConsultWord> words) {
    return new ConsultLine(consult.id(), consult.request(), consult.task(), consult.asker(),
        consult.target().department(), consult.target().employee(), consult.question(), consult.blocking(),
        consult.askedAt(), consult.dueAt(), Words.of(consult.state()), answerTask, consult.answer(),
        consult.answeredBy(), consult.endedAt(), consult.endedWhy(), consult.seenAt(),
        words.stream().map(AddedWords::of).toList());
  }
}
