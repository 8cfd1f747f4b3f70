package dev.orderwright.shared;

import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where time and identifiers come from; tests bring their own clock. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Company.class)
class TimeAndIds {

    @Bean
    @ConditionalOnMissingBean
    InstantSource clock() {
        return InstantSource.system();
    }

    /** Ids follow the machine's clock even where business time is another. */
    @Bean
    Ids ids(ProgramNode node) {
        return new Ids(InstantSource.system(), node::slot);
    }
}
