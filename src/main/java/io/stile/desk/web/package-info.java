/** Pages and resources: intake, customer, request, task, queues, my work, models. Templates lie in {@code templates/desk}. */
package io.stile.desk.web;
