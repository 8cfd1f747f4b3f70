package dev.orderwright.notifications.mail;

import java.nio.file.Path;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where mail goes by default: into a folder, to a mail server, or nowhere. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailSetup {

    @Bean
    @ConditionalOnMissingBean
    MailPort mailPort(MailSettings settings) {
        if (!settings.folder().isBlank()) {
            return new MailFolder(Path.of(settings.folder()));
        }
        return settings.host().isBlank() ? new Nowhere() : new SmtpMail(settings);
    }

    /** Nothing is set up. */
    private static final class Nowhere implements MailPort {

        @Override
        public boolean isSetUp() {
            return false;
        }

        @Override
        public Delivery send(Mail mail) {
            return new Delivery.Failed("No mail server is set up.");
        }
    }
}
