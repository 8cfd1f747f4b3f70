package dev.orderwright;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.WriteSamples.Ready;
import dev.orderwright.insight.Books;
import dev.orderwright.insight.BooksReport.LawResult;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every write of the API, each sent one to five times, to either of two programs on one database, all of them at the same
 * time and in any order: what is there afterwards is what is there when each is sent once, alone.
 */
class RetriesScenarioTests {

    private static final int TIMES_MAX = 5;
    private static final int SENDERS = 6;
    private static final int TABLES_AND_FACTS_MIN = 60;
    /** Units that a test has laid down without a bin stand in no bin. */
    private static final Set<String> NOT_HERE = Set.of("bins-hold-the-shelf");

    private static final String DATABASE = World.newDatabase();
    private static final World ONE = World.on(DATABASE, Map.of());
    private static final World OTHER = World.on(DATABASE, Map.of());
    private static final WriteSamples SAMPLES = new WriteSamples(ONE);
    private static final Effects EFFECTS = new Effects(ONE);
    private static final List<ApiCaller> CALLERS = List.of(SAMPLES.api, SAMPLES.api.at(OTHER));

    private static Map<String, Long> once = Map.of();

    @BeforeAll
    static void sendOnce() {
        List<Request> alone = requests();
        Map<String, Long> before = EFFECTS.rows();
        alone.forEach(request ->
                assertThat(request.sendBy(SAMPLES.api)).as(request.route()).startsWith("2"));
        once = Effects.difference(before, EFFECTS.rows());
        assertThat(once).hasSizeGreaterThan(TABLES_AND_FACTS_MIN);
    }

    @AfterAll
    static void stop() {
        OTHER.close();
        ONE.close();
    }

    /** A request under its key. */
    private record Request(String route, Ready ready, String key) {

        String sendBy(ApiCaller caller) {
            HttpResponse<String> answer = caller.send(
                    route.substring(0, route.indexOf(' ')),
                    ready.path(),
                    ready.body(),
                    "Content-Type",
                    route.endsWith(WriteSamples.LINES) ? WriteSamples.LINES : "application/json",
                    "Idempotency-Key",
                    key);
            return answer.statusCode() + " " + answer.body();
        }
    }

    private static List<Request> requests() {
        List<Request> requests = new ArrayList<>();
        SAMPLES.byRoute().forEach((route, sample) -> requests.add(new Request(route, sample.get(), SAMPLES.api.key())));
        return requests;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void sentFromEverywhereTheyHaveTheEffectOfBeingSentOnce(long seed) throws Exception {
        List<Request> requests = requests();
        Map<String, Long> before = EFFECTS.rows();
        Map<String, Set<String>> answers = send(requests, new Random(seed));

        assertThat(answers).hasSize(requests.size());
        assertThat(answers)
                .allSatisfy((route, different) -> assertThat(different)
                        .as(route)
                        .singleElement()
                        .asString()
                        .startsWith("2"));
        assertThat(Effects.difference(before, EFFECTS.rows())).isEqualTo(once);
        assertThat(ONE.bean(Books.class).check().laws().stream()
                        .filter(law -> law.drifts() > 0 && !NOT_HERE.contains(law.id()))
                        .map(LawResult::toString))
                .isEmpty();
    }

    /** All at once; returns the different answers to each. */
    private static Map<String, Set<String>> send(List<Request> requests, Random random) throws Exception {
        List<Request> sent = new ArrayList<>();
        for (Request request : requests) {
            sent.addAll(Collections.nCopies(1 + random.nextInt(TIMES_MAX), request));
        }
        Collections.shuffle(sent, random);
        Map<String, Set<String>> answers = new TreeMap<>();
        requests.forEach(request -> answers.put(request.route(), ConcurrentHashMap.newKeySet()));
        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            List<Future<?>> all = new ArrayList<>();
            for (Request request : sent) {
                ApiCaller caller = CALLERS.get(random.nextInt(CALLERS.size()));
                all.add(senders.submit(() ->
                        Objects.requireNonNull(answers.get(request.route())).add(request.sendBy(caller))));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        return answers;
    }
}
