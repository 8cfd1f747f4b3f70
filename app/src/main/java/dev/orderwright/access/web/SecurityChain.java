package dev.orderwright.access.web;

import dev.orderwright.access.Credentials;
import dev.orderwright.access.Sessions;
import dev.orderwright.shared.api.Problems;
import dev.orderwright.shared.web.Who;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * The chain every request passes: refuse malformed requests, set the security headers, find the caller, check the form
 * token, and let nobody on who is not known. What a caller may do is checked at the route ({@link RouteGate}).
 */
@Configuration(proxyBeanMethods = false)
class SecurityChain {

    /** Scripts and styles come from our own files only; nothing inline, no foreign form targets; what frames we have are our own papers. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; media-src 'self';"
            + " manifest-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** The camera is for scanning and for photos of damage. */
    private static final String PERMISSIONS_POLICY =
            "camera=(self), geolocation=(), microphone=(), payment=(), usb=(self)";

    @Bean
    CallerFilter callers(Sessions sessions, Credentials credentials, Problems problems) {
        return new CallerFilter(sessions, credentials, problems);
    }

    /** It is part of the chains and of nothing else. */
    @Bean
    FilterRegistrationBean<CallerFilter> callersOnlyInChains(CallerFilter callers) {
        FilterRegistrationBean<CallerFilter> registration = new FilterRegistrationBean<>(callers);
        registration.setEnabled(false);
        return registration;
    }

    /** Programs that show their secret need none of what protects people at browsers. */
    @Bean
    @Order(1)
    SecurityFilterChain programs(CallerFilter callers) {
        return new DefaultSecurityFilterChain(
                request -> Problems.isApi(request) && request.getHeader(HttpHeaders.AUTHORIZATION) != null,
                new ProgramDoor(callers));
    }

    @Bean
    @Order(2)
    SecurityFilterChain chain(HttpSecurity http, CallerFilter callers, Refusals refusals) {
        return http.headers(SecurityChain::headers)
                .addFilterBefore(callers, CsrfFilter.class)
                .csrf(csrf -> csrf.csrfTokenRepository(new SessionCsrf())
                        .csrfTokenRequestHandler(new XorCsrfTokenRequestAttributeHandler())
                        .requireCsrfProtectionMatcher(SessionCsrf::isNeeded))
                .authorizeHttpRequests(routes -> routes.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(SessionCsrf::isFromAnotherSite)
                        .denyAll()
                        .requestMatchers(request -> PublicRoutes.contain(request.getRequestURI()))
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .access((caller, context) -> new AuthorizationDecision(Who.of(context.getRequest())
                                .filter(who -> who.may("system:read"))
                                .isPresent()))
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(turnedAway ->
                        turnedAway.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .sessionManagement(none -> none.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .rememberMe(AbstractHttpConfigurer::disable)
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS_POLICY))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }

    /** The requests themselves are measured; each filter apart would cost more than it does. */
    @Bean
    SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }

    /** NUL characters in parameters pass Java but not PostgreSQL. */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf('\0') < 0);
        return firewall;
    }

    /** Keeps the framework from inventing a user with a generated password. */
    @Bean
    UserDetailsService noFrameworkUsers() {
        return login -> {
            throw new UsernameNotFoundException("people are in the module access");
        };
    }
}
