package dev.orderwright.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.shared.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where somebody goes on in a form. */
class FieldRulesTests {

    private static List<String> begins(Refusal... refusals) {
        List<Field> form =
                List.of(Field.text("sku", "SKU", ""), Field.text("from", "From", ""), Field.text("to", "To", ""))
                        .stream()
                        .map(field -> field.errorsOf(List.of(refusals)))
                        .toList();
        return form.stream()
                .filter(field -> field.beginsIn(form))
                .map(Field::name)
                .toList();
    }

    @Test
    void aFormBeginsWithItsFirstField() {
        assertThat(begins()).containsExactly("sku");
    }

    @Test
    void aFormThatWasRefusedGoesOnAtTheFirstFieldThatIsWrong() {
        assertThat(begins(Refusal.of("bad", "to", "Not there."), Refusal.of("bad", "from", "Not here.")))
                .containsExactly("from");
        assertThat(begins(Refusal.of("bad", "elsewhere", "Not in this form."))).containsExactly("sku");
    }
}
