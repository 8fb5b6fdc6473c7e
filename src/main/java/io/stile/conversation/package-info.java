/** Conversations with customers that are passed on, warm: to somebody who is on duty now and knows what it is about. */
@ApplicationModule(allowedDependencies = {"engine", "organisation", "customer", "request", "work", "web"})
package io.stile.conversation;

import org.springframework.modulith.ApplicationModule;
