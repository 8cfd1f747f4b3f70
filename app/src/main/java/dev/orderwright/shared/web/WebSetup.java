package dev.orderwright.shared.web;

import dev.orderwright.shared.Cause;
import java.time.InstantSource;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Teaches Spring MVC our return values and arguments, and serves the static files. */
@Configuration(proxyBeanMethods = false)
class WebSetup implements WebMvcConfigurer {

    private final Pages pages;
    private final Assets assets;
    private final InstantSource clock;
    private final ObjectProvider<WorkPlaces.Book> places;

    WebSetup(Pages pages, Assets assets, InstantSource clock, ObjectProvider<WorkPlaces.Book> places) {
        this.pages = pages;
        this.assets = assets;
        this.clock = clock;
        this.places = places;
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Who.class, Cause.class, WorkPlaces.class);
    }

    @Override
    public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
        handlers.add(new ScreenHandler(pages));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArguments(clock));
        resolvers.add(new WorkPlaceArguments(places));
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        assets.addTo(registry);
    }
}
