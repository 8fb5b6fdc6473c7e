/** Working time: calendars, targets, clocks and the explanation of a due date. Pure Java; uses nothing of ours. */
@ApplicationModule(allowedDependencies = {})
package io.stile.sla;

import org.springframework.modulith.ApplicationModule;
