package io.stile.web;

import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Programs: HTTP Basic with each request, no session, no cookie; a session of the pages counts for nothing here, so no page of somebody else
 * can use it. Refusals are problems as everywhere in the API.
 */
@Configuration
class ApiSecurity {

  private final HandlerExceptionResolver problems;

  ApiSecurity(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems) {
    this.problems = problems;
  }

  @Bean
  @Order(1)
  SecurityFilterChain programs(HttpSecurity http, UserDetailsService accounts, PasswordEncoder encoder, SignInThrottle throttle)
      throws Exception {
    return http.securityMatcher("/api/**", "/actuator/**")
        .authorizeHttpRequests(rules -> rules
            .requestMatchers("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness").permitAll()
            .requestMatchers("/actuator/**").hasRole("ADMINISTRATOR")
            .anyRequest().authenticated())
        .httpBasic(basic -> basic.authenticationEntryPoint(unknown()))
        .authenticationManager(remembering(accounts, encoder, throttle))
        .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(RequestCacheConfigurer::disable)
        .csrf(AbstractHttpConfigurer::disable)
        .exceptionHandling(refusals -> refusals
            .authenticationEntryPoint(unknown())
            .accessDeniedHandler(this::answer))
        .addFilterBefore(new UserInLog(), AuthorizationFilter.class)
        .headers(SafeHeaders::write)
        .build();
  }

  /** What is remembered is not compared, and so not counted. */
  private static ProviderManager remembering(UserDetailsService accounts, PasswordEncoder encoder, SignInThrottle throttle) {
    DaoAuthenticationProvider provider = new DaoAuthenticationProvider(accounts);
    provider.setPasswordEncoder(new RememberingPasswordEncoder(throttle.counting(encoder), Ticker.systemTicker()));
    provider.setPostAuthenticationChecks(ApiSecurity::refuseTemporaryPassword);
    return new ProviderManager(new ThrottledAccounts(provider, throttle));
  }

  private static void refuseTemporaryPassword(UserDetails account) {
    if (account instanceof SignedIn signedIn && signedIn.passwordIsTemporary()) {
      throw new CredentialsExpiredException("Choose a password of your own first: sign in with a browser.");
    }
  }

  private AuthenticationEntryPoint unknown() {
    return (request, response, refusal) -> {
      if (refusal instanceof SignInBlocked blocked) {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(blocked.seconds()));
      } else if (!Outage.isCauseOf(refusal)) {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Stile\", charset=\"UTF-8\"");
      }
      answer(request, response, refusal);
    };
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, Exception refusal) throws IOException {
    ModelAndView answer = problems.resolveException(request, response, null, refusal);
    boolean written = answer != null && answer.isEmpty();
    if (!written) {
      response.sendError(HttpStatus.FORBIDDEN.value());
    }
  }
}
