package dev.orderwright.billing.sandbox;

import dev.orderwright.billing.PaymentProvider;
import dev.orderwright.billing.ProviderAnswer;
import dev.orderwright.billing.ProviderRequest;
import dev.orderwright.billing.sandbox.SandboxStore.Authorisation;
import dev.orderwright.billing.sandbox.SandboxStore.Carried;
import dev.orderwright.billing.sandbox.SandboxStore.Granted;
import dev.orderwright.billing.sandbox.SandboxStore.Operation;
import dev.orderwright.shared.Db;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The built-in payment provider, for the demonstration and for tests: another system, with books of its own, that takes
 * no real money. It carries out each key once, keeps to what was authorised, and misbehaves as {@link SandboxHabit} says.
 * Authorisations that a channel brings along are taken at their word.
 */
@Component
class SandboxProvider implements PaymentProvider {

    private final Db db;
    private final SandboxStore store;
    private final InstantSource clock;

    SandboxProvider(Db db, SandboxStore store, InstantSource clock) {
        this.db = db;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "sandbox";
    }

    @Override
    public ProviderAnswer authorise(ProviderRequest request) {
        return one(request);
    }

    @Override
    public ProviderAnswer capture(ProviderRequest request) {
        return one(request);
    }

    @Override
    public ProviderAnswer voidAuthorisation(ProviderRequest request) {
        return one(request);
    }

    @Override
    public ProviderAnswer refund(ProviderRequest request) {
        return one(request);
    }

    private ProviderAnswer one(ProviderRequest request) {
        return Objects.requireNonNull(perform(List.of(request)).get(request.key()));
    }

    @Override
    public Map<Long, ProviderAnswer> perform(List<ProviderRequest> requests) {
        List<ProviderRequest> arrived = requests.stream()
                .filter(request -> !SandboxHabit.VANISH.isOf(request))
                .toList();
        Map<Long, Operation> operations = carryOut(arrived);
        List<ProviderRequest> repeated =
                arrived.stream().filter(SandboxHabit.TWICE::isOf).toList();
        operations.putAll(carryOut(repeated));
        Map<Long, ProviderAnswer> answers = new LinkedHashMap<>();
        for (ProviderRequest request : requests) {
            Operation operation = operations.get(request.key());
            answers.put(request.key(), operation == null ? lost() : answer(request, operation));
        }
        return answers;
    }

    private static ProviderAnswer answer(ProviderRequest request, Operation operation) {
        return SandboxHabit.LOST.isOf(request) && operation.calls() == 1 ? lost() : answer(operation);
    }

    private static ProviderAnswer lost() {
        return new ProviderAnswer.NoAnswer("the connection was lost");
    }

    private static ProviderAnswer answer(Operation operation) {
        if (operation.looks() < operation.toldAfter()) {
            return new ProviderAnswer.NoAnswer("still at it");
        }
        if (!operation.done()) {
            return new ProviderAnswer.Unavailable("down for maintenance");
        }
        if (operation.refusalCode() != null) {
            return new ProviderAnswer.Refused(
                    operation.refusalCode(), Objects.requireNonNullElse(operation.refusal(), ""));
        }
        return new ProviderAnswer.Done(SandboxRules.reference(operation.kind(), operation.key()));
    }

    /** In a transaction of its own: what is done here is done, whatever becomes of the caller. */
    private Map<Long, Operation> carryOut(List<ProviderRequest> requests) {
        return requests.isEmpty()
                ? new LinkedHashMap<>()
                : db.inOwnTransaction(() -> {
                    SandboxRules rules = new SandboxRules(authorisations(requests));
                    Map<Long, Operation> known = operations(requests);
                    List<Carried> carried = requests.stream()
                            .filter(request -> isNew(known.get(request.key())))
                            .map(request -> rules.carryOut(request, calls(known.get(request.key()))))
                            .toList();
                    store.called(known.keySet());
                    store.write(carried, clock.instant());
                    store.grant(rules.granted());
                    store.update(rules.changed());
                    return operations(requests);
                });
    }

    private static boolean isNew(@Nullable Operation operation) {
        return operation == null || !operation.done();
    }

    private static int calls(@Nullable Operation operation) {
        return operation == null ? 0 : operation.calls();
    }

    private Map<Long, Operation> operations(List<ProviderRequest> requests) {
        return store.operations(requests.stream().map(ProviderRequest::key).toList()).stream()
                .collect(Collectors.toMap(Operation::key, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    /** The authorisations that the requests draw on, locked. */
    private Map<String, Authorisation> authorisations(List<ProviderRequest> requests) {
        Map<String, Granted> drawnOn = new TreeMap<>();
        for (ProviderRequest request : requests) {
            if (request.authorisation() != null) {
                drawnOn.put(
                        request.authorisation(),
                        new Granted(
                                request.authorisation(),
                                request.token(),
                                request.currency(),
                                request.authorisedMinor()));
            }
        }
        store.grant(List.copyOf(drawnOn.values()));
        return store.lock(drawnOn.keySet()).stream()
                .collect(Collectors.toMap(Authorisation::reference, Function.identity()));
    }

    @Override
    public ProviderAnswer lookup(long key) {
        return Objects.requireNonNull(lookup(List.of(key)).get(key));
    }

    @Override
    public Map<Long, ProviderAnswer> lookup(Collection<Long> keys) {
        Map<Long, ProviderAnswer> answers = new LinkedHashMap<>();
        keys.forEach(key -> answers.put(key, new ProviderAnswer.NeverSeen()));
        List<Operation> operations = db.inOwnTransaction(() -> {
            store.looked(keys);
            return store.operations(keys);
        });
        operations.stream()
                .filter(operation -> operation.done() || operation.looks() < operation.toldAfter())
                .forEach(operation -> answers.put(operation.key(), answer(operation)));
        return answers;
    }
}
