/** Customers and every interaction with them; finding and matching them. */
@ApplicationModule(allowedDependencies = {"organisation", "web"})
package io.stile.customer;

import org.springframework.modulith.ApplicationModule;
