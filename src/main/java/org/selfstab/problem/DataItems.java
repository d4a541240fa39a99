package org.selfstab.problem;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.selfstab.expression.Constant;
import org.selfstab.expression.Element;
import org.selfstab.expression.Expression;
import org.selfstab.expression.ExpressionRewriter;
import org.selfstab.expression.Index;
import org.selfstab.expression.Product;
import org.selfstab.expression.Sum;
import org.selfstab.expression.SumOver;
import org.selfstab.expression.Table;
import org.selfstab.vocabulary.SelfstabException;

/** Takes a loss over data apart into items, one for each point, whose mean is the loss: what is no sum over the data is in each of them. */
final class DataItems {

    private static final String WANTED = "write it as mean(k, data, ...) or sum(k, data, ...) with what the data do not"
            + " concern added, or give items = [...]";

    private final Set<String> arrays;
    private final int points;

    /** Of each part of the loss whether a sum over the data is in it: found once for all points, as the arrays are long. */
    private final IdentityHashMap<Expression, Boolean> summed = new IdentityHashMap<>();

    private final IdentityHashMap<SumOver, Boolean> overData = new IdentityHashMap<>();

    /**
     * For the data of a problem.
     *
     * @param arrays the names of its arrays
     */
    DataItems(Set<String> arrays, int points) {
        this.arrays = arrays;
        this.points = points;
    }

    /**
     * The items of a loss.
     *
     * @param loss a loss with its sums as sums
     * @throws SelfstabException if it has no sum over the data, or is not linear in them
     */
    List<Expression> of(Expression loss) {
        if (!hasSumOverData(loss)) {
            throw new SelfstabException("the loss has no sum over two data points or more that stays a sum", WANTED);
        }
        List<Expression> items = new ArrayList<>();
        for (int point = 1; point <= points; point++) {
            items.add(item(loss, point));
        }
        return items;
    }

    private Expression item(Expression part, int point) {
        if (!hasSumOverData(part)) {
            return part;
        }
        if (part instanceof SumOver sum && isOverData(sum)) {
            return new OwnData()
                    .rewrite(sum.body().withIndices(Map.of(sum.index(), Expression.constant(point))))
                    .times(Expression.constant(points));
        }
        if (part instanceof Sum sum) {
            return Expression.sum(
                    sum.terms().stream().map(term -> item(term, point)).toList());
        }
        if (part instanceof Product product
                && product.factors().stream().filter(this::hasSumOverData).count() == 1) {
            return Expression.product(product.factors().stream()
                            .map(factor -> item(factor, point))
                            .toList())
                    .times(Expression.constant(product.coefficient()));
        }
        throw new SelfstabException("the loss is not linear in its sums over the data", WANTED);
    }

    private boolean hasSumOverData(Expression part) {
        return part.hasSumsOverIndices()
                && summed.computeIfAbsent(
                        part, each -> each.nodes().anyMatch(node -> node instanceof SumOver sum && isOverData(sum)));
    }

    /** Another sum may have as many terms as there are points: one over the data looks something up in them. */
    private boolean isOverData(SumOver sum) {
        return overData.computeIfAbsent(sum, this::looksSomethingUp);
    }

    private boolean looksSomethingUp(SumOver sum) {
        Index index = sum.index();
        return index.from() == 1
                && index.to() == points
                && sum.body().nodes().anyMatch(node -> node instanceof Element element && isOfData(element, index));
    }

    private boolean isOfData(Element element, Index index) {
        return element.stride(index) != 0
                && (arrays.contains(element.table().name())
                        || element.table().entries().stream().allMatch(Constant.class::isInstance));
    }

    /** Leaves an item what it can look up of long data, as there are as many items as points. */
    private static final class OwnData extends ExpressionRewriter {

        private static final int LONG = 1000;

        @Override
        public Expression visitElement(Element element) {
            List<Expression> entries = element.table().entries();
            int least = (int) element.place().least();
            int greatest = (int) element.place().greatest();
            if (entries.size() < LONG
                    || greatest - least > entries.size() / 2
                    || !element.table().isNumeric()) {
                return element;
            }
            return Expression.element(
                    new Table(List.of(greatest - least + 1), entries.subList(least, greatest + 1)),
                    element.offset() - least,
                    element.place().strides());
        }
    }
}
