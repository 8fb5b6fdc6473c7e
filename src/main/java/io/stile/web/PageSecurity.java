package io.stile.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/** People: a form to sign in, a session, CSRF tokens in each form. */
@Configuration
class PageSecurity {

  static final String SIGN_IN = "/sign-in";

  @Bean
  @Order(2)
  SecurityFilterChain pages(HttpSecurity http, Accounts accounts, UserDetailsService details, PasswordEncoder encoder, SignInThrottle throttle)
      throws Exception {
    return http
        .authorizeHttpRequests(rules -> rules
            .requestMatchers(SIGN_IN, SIGN_IN + "/link/*", "/assets/**", "/error").permitAll()
            .anyRequest().authenticated())
        .formLogin(form -> form.loginPage(SIGN_IN).usernameParameter("signIn").passwordParameter("password")
            .failureHandler(PageSecurity::refuse))
        .authenticationManager(new ProviderManager(new ThrottledAccounts(details, throttle.counting(encoder), throttle)))
        .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl(SIGN_IN + "?out"))
        .requestCache(cache -> cache.requestCache(pagesOnly()))
        .exceptionHandling(refusals -> refusals.authenticationEntryPoint(new SignInFirst(SIGN_IN)))
        .addFilterBefore(new CurrentAccount(accounts), AuthorizationFilter.class)
        .headers(SafeHeaders::write)
        .build();
  }

  private static void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal) throws IOException {
    String why = refusal instanceof SignInBlocked blocked ? "?wait=" + blocked.seconds() : "?refused";
    response.sendRedirect(request.getContextPath() + SIGN_IN + why);
  }

  /** After the sign-in one lands where one wanted to go; but only a page is such a place, not a piece that htmx asked for. */
  private static HttpSessionRequestCache pagesOnly() {
    HttpSessionRequestCache cache = new HttpSessionRequestCache();
    cache.setMatchingRequestParameterName(null);
    cache.setRequestMatcher(request -> HttpMethod.GET.matches(request.getMethod()) && !Htmx.asked(request)
        && String.valueOf(request.getHeader("Accept")).contains(MediaType.TEXT_HTML_VALUE));
    return cache;
  }
}
