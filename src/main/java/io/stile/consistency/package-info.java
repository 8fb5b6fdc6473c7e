/**
 * Checks that our tables and the engine's tell the same story, for administrators and for tests that kill nodes. Reads the
 * tables of all modules itself, because asking a module would repeat its mistakes; writes nothing.
 */
@ApplicationModule(allowedDependencies = {"sla", "engine", "organisation", "request", "grant", "web"})
package io.stile.consistency;

import org.springframework.modulith.ApplicationModule;
