package io.stile.operation;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Has each node count its {@link Figures} from time to time. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class OperationConfiguration {}
