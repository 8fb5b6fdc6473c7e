/**
 * The pages and resources that put several modules together; nobody uses it. What is read lies here, the pages that show it in
 * {@code web}: a type is public if a page needs it.
 */
@ApplicationModule(allowedDependencies = {"sla", "engine", "form", "audit", "organisation", "customer", "catalogue", "request", "work", "promise", "handover", "consult", "conversation", "obstacle", "grant", "escalation", "notification",
    "draft", "web"})
package io.stile.desk;

import org.springframework.modulith.ApplicationModule;
