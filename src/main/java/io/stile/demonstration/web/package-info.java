/** Pages and resources that move the demonstration's time and show its mailbox. */
package io.stile.demonstration.web;
