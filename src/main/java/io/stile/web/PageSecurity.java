package io.stile.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** People: a form to sign in, a session, CSRF tokens in each form. */
@Configuration
class PageSecurity {

  static final String SIGN_IN = "/sign-in";
  static final String SIGN_OUT = "/sign-out";
  /** Where an employee chooses his password. */
  static final String NEW_PASSWORD = "/account/password";

  /** Files of the front end are for everybody, so nobody is looked up for them: they come also while the database is away. */
  @Bean
  @Order(0)
  SecurityFilterChain assets(HttpSecurity http) throws Exception {
    return http.securityMatcher("/assets/**")
        .authorizeHttpRequests(rules -> rules.anyRequest().permitAll())
        .sessionManagement(AbstractHttpConfigurer::disable)
        .securityContext(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .csrf(AbstractHttpConfigurer::disable)
        .headers(SafeHeaders::write)
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain pages(HttpSecurity http, SignedInSession signedIn, UserDetailsService accounts, PasswordEncoder encoder,
      SignInThrottle throttle) throws Exception {
    return http
        .authorizeHttpRequests(rules -> rules
            .requestMatchers(SIGN_IN, SIGN_IN + "/link/*", "/error").permitAll()
            .anyRequest().authenticated())
        .formLogin(form -> form.loginPage(SIGN_IN).usernameParameter("signIn").passwordParameter("password")
            .failureHandler(PageSecurity::refuse))
        // An address that the server cannot read comes here first when its error is told, and that needs no token.
        .csrf(tokens -> tokens.ignoringRequestMatchers("/error"))
        .authenticationManager(throttled(accounts, encoder, throttle))
        .logout(out -> out.logoutUrl(SIGN_OUT).logoutSuccessUrl(SIGN_IN + "?out"))
        .securityContext(context -> context.securityContextRepository(signedIn))
        .requestCache(cache -> cache.requestCache(new WantedPage()))
        .exceptionHandling(refusals -> refusals.authenticationEntryPoint(new SignInFirst(SIGN_IN))
            .accessDeniedHandler(PageSecurity::deny))
        .addFilterBefore(new UserInLog(), AuthorizationFilter.class)
        .addFilterBefore(new PasswordFirst(), AuthorizationFilter.class)
        .headers(SafeHeaders::write)
        .build();
  }

  private static ProviderManager throttled(UserDetailsService accounts, PasswordEncoder encoder, SignInThrottle throttle) {
    DaoAuthenticationProvider provider = new DaoAuthenticationProvider(accounts);
    provider.setPasswordEncoder(throttle.counting(encoder));
    return new ProviderManager(new ThrottledAccounts(provider, throttle));
  }

  /** Spring's own handler would put the exception into the session. */
  private static void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
      throws IOException {
    if (Outage.isCauseOf(refusal)) {
      throw refusal;
    }
    String why = refusal instanceof SignInBlocked blocked ? "?wait=" + blocked.seconds() : "?refused";
    response.sendRedirect(request.getContextPath() + SIGN_IN + why);
  }

  /** Spring's own handler would not let the error page know why: a token that is too old is no missing role. */
  private static void deny(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal) throws IOException {
    request.setAttribute(WebAttributes.ACCESS_DENIED_403, refusal);
    response.sendError(HttpStatus.FORBIDDEN.value());
  }
}
