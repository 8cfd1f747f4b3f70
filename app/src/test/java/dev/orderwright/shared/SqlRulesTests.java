package dev.orderwright.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlRulesTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    select :a                          | select ?                      | a
                    select :a, :b, :a                  | select ?, ?, ?                | a b a
                    select :ids::bigint[]              | select ?::bigint[]            | ids
                    select x::text where y = :y        | select x::text where y = ?    | y
                    select ':no' where y = :y          | select ':no' where y = ?      | y
                    select "a:b" from t where z=:z     | select "a:b" from t where z=? | z
                    select '12:30', a[1:2]             | select '12:30', a[1:2]        | ``
                    select :fromNodes, 'it''s :no'     | select ?, 'it''s :no'         | fromNodes
                    """)
    void namesBecomeQuestionMarks(String text, String positional, String names) {
        Sql sql = Sql.of(text);
        assertThat(sql.positional()).isEqualTo(positional);
        assertThat(String.join(" ", sql.names())).isEqualTo(names);
        assertThat(sql.text()).isEqualTo(text);
    }

    @Test
    void commentsAreLeftAlone() {
        Sql sql = Sql.of("select 1 -- not :this, it's a comment\n where x = :x");
        assertThat(sql.names()).containsExactly("x");
        assertThat(sql.positional()).isEqualTo("select 1 -- not :this, it's a comment\n where x = ?");
    }

    @Test
    void aStatementWithoutTextIsAMistake() {
        assertThatThrownBy(() -> Sql.of("  \n ")).isInstanceOf(IllegalArgumentException.class);
    }
}
