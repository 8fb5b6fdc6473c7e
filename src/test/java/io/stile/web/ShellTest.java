package io.stile.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/** A test of the shell with made-up people and pages, through the whole security chain. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = ShellFixture.class, properties = "management.endpoint.health.group.readiness.include=readinessState")
@AutoConfigureMockMvc
@ActiveProfiles("sample")
@interface ShellTest {}
