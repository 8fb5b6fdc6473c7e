package io.stile.conversation;

import io.stile.work.StepTarget.Target;

/**
 * What is kept of a warm hand-over when it begins; each as in {@link WarmHandOver}.
 *
 * @param to who is asked
 * @param by sign-in name of who has the customer on the line
 */
record NewWarmHandOver(String request, Target to, String words, String by, boolean owns) {}
