package dev.orderwright.verification;

import dev.orderwright.shared.BackgroundWork;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The round of the module: what no check looks back at is forgotten. */
@Configuration(proxyBeanMethods = false)
class VerificationWork {

    @Bean
    BackgroundWork forgetWhoBoughtWhat(Verification verification, InstantSource clock) {
        return new BackgroundWork.Named("forget-who-bought-what", Duration.ofHours(1), false, () -> {
            verification.sweep(clock.instant());
            return 0;
        });
    }
}
