package dev.orderwright.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator can set.
 *
 * @param idleTimeout a session ends when nothing was done for so long
 * @param sessionLength a session ends after so long, whatever was done
 * @param revealLength personal data stays shown for so long after someone gave a reason
 */
@ConfigurationProperties("orderwright.access")
record AccessSettings(
        @DefaultValue("30m") Duration idleTimeout,
        @DefaultValue("12h") Duration sessionLength,
        @DefaultValue("15m") Duration revealLength) {}
