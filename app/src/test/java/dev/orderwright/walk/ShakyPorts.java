package dev.orderwright.walk;

import dev.orderwright.billing.PaymentProvider;
import dev.orderwright.billing.ProviderRequest;
import dev.orderwright.shipping.Carrier;
import dev.orderwright.walk.Course.Step;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Puts what is shaky around a program's database and around the other systems that it calls. */
final class ShakyPorts implements BeanPostProcessor {

    private static final Set<String> CALLS = Set.of("perform", "lookup", "buy", "takeBack", "events");

    private final Plants plants;
    private final Forgetful forgetful = new Forgetful();

    ShakyPorts(Plants plants) {
        this.plants = plants;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return switch (bean) {
            case DataSource database -> new ShakyDatabase(database, plants::rewritten);
            case PaymentProvider provider -> shaky(PaymentProvider.class, provider);
            case Carrier carrier -> shaky(Carrier.class, carrier);
            default -> bean;
        };
    }

    /** Each call is a step of the course that its thread is on. */
    private <T> T shaky(Class<T> type, T port) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    Course course = Course.current();
                    if (course == null || !CALLS.contains(method.getName())) {
                        return call(port, method, given);
                    }
                    course.before(Step.CALL, method.getName(), () -> {});
                    Object answer = call(port, method, given);
                    course.after(Step.CALL, method.getName(), () -> {});
                    return answer;
                }));
    }

    @SuppressWarnings("unchecked")
    private @Nullable Object call(Object port, Method method, @Nullable Object @Nullable [] given) throws Throwable {
        if (plants.is(Plant.CAPTURE_WITHOUT_INTENT) && method.getName().equals("perform")) {
            return forgetful.perform((PaymentProvider) port, (List<ProviderRequest>) given[0]);
        }
        try {
            return method.invoke(port, given);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
