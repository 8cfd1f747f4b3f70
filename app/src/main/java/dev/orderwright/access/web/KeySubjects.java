package dev.orderwright.access.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.access.ApiKey;
import dev.orderwright.access.ApiKeys;
import dev.orderwright.shared.web.SubjectBook;
import dev.orderwright.shared.web.Who;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** API keys by their names, for pages of other modules. */
@Component
class KeySubjects implements SubjectBook {

    private final ApiKeys keys;

    KeySubjects(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    public String kind() {
        return "api-key";
    }

    @Override
    public String title() {
        return t("access.subjects.key");
    }

    @Override
    public Map<Long, Subject> subjects(Collection<Long> ids, Who who) {
        String url = who.may("access:admin") ? "/admin/keys" : "";
        return keys.all().stream()
                .filter(key -> ids.contains(key.id()))
                .collect(Collectors.toMap(ApiKey::id, key -> new Subject(key.name(), url)));
    }

    @Override
    public Optional<Long> find(String name) {
        return keys.all().stream()
                .filter(key -> key.name().equals(name))
                .map(ApiKey::id)
                .findFirst();
    }
}
