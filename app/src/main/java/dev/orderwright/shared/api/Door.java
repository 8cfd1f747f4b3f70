package dev.orderwright.shared.api;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.coyote.ProtocolHandler;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * Where requests get the thread that serves them. Virtual threads are cheap to make, but in a rush thousands of them
 * would stand in line for two processors, those that are to be refused before those that are nearly done. So only as
 * many are begun as may be inside, and some more; for the others a few threads of their own do the little it takes to
 * send them away (see {@link Turnstile}), and the line stays short. Never the thread that reads the network: it would
 * stand still for all when somebody is slow to send the rest of what is refused.
 */
@Component
class Door implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory>, Ordered, DisposableBean {

    /** Room for pages of the console, and for programs that are sent away while there is time. */
    private static final int BESIDE = 256;

    private static final int SENDERS_AWAY = 4;

    /** As many as there can be connections, so that there is always room. */
    private static final int LINE_MAX = 8_192;

    private static final ThreadLocal<Boolean> SENDING_AWAY = ThreadLocal.withInitial(() -> false);

    private final int begunMax;
    private final AtomicInteger begun = new AtomicInteger();
    private final ExecutorService sendersAway = new ThreadPoolExecutor(
            SENDERS_AWAY,
            SENDERS_AWAY,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(LINE_MAX),
            Thread.ofPlatform().daemon().name("sender-away-", 0).factory());

    Door(@Value("${orderwright.api.at-once:512}") int atOnceMax) {
        begunMax = atOnceMax + BESIDE;
    }

    /** Whether the current thread must not serve. */
    static boolean isSendingAway() {
        return SENDING_AWAY.get();
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addProtocolHandlerCustomizers((ProtocolHandler handler) -> {
            if (handler.getExecutor() != null) {
                handler.setExecutor(limited(handler.getExecutor()));
            }
        });
    }

    Executor limited(Executor threads) {
        return task -> {
            if (begun.incrementAndGet() <= begunMax) {
                threads.execute(() -> {
                    try {
                        task.run();
                    } finally {
                        begun.decrementAndGet();
                    }
                });
                return;
            }
            begun.decrementAndGet();
            sendersAway.execute(() -> sendAway(task));
        };
    }

    private static void sendAway(Runnable task) {
        SENDING_AWAY.set(true);
        try {
            task.run();
        } finally {
            SENDING_AWAY.remove();
        }
    }

    @Override
    public void destroy() {
        sendersAway.shutdown();
    }

    /** After what chooses the kind of threads. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
