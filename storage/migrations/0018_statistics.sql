-- «Статистика»: whether the accepted delivery came in time, and the figures of a seller or of all without a look into
-- the rows themselves.

ALTER TABLE orders ADD COLUMN delivered_in_time INTEGER CHECK (delivered_in_time IN (0, 1));

-- Of orders that have ended before: the last delivery, unless it went back, against the last due time told before it.
UPDATE orders SET delivered_in_time = (
    SELECT delivered.at < (
        SELECT coalesce(json_extract(told.body, '$.due'), json_extract(told.body, '$.clock_until')) FROM facts AS told
        WHERE told.order_number = orders.number AND told.id < delivered.id
          AND told.kind IN (
              'work_started', 'work_returned', 'wait_agreed', 'option_paid', 'cancellation_withdrawn',
              'cancellation_declined', 'dispute_withdrawn', 'arbiter_decided')
          AND coalesce(json_extract(told.body, '$.due'), json_extract(told.body, '$.clock_until')) IS NOT NULL
        ORDER BY told.id DESC LIMIT 1
    )
    FROM facts AS delivered
    WHERE delivered.order_number = orders.number AND delivered.kind = 'work_delivered' AND NOT EXISTS (
        SELECT 1 FROM facts AS back
        WHERE back.order_number = orders.number AND back.id > delivered.id
          AND (back.kind IN ('work_delivered', 'work_returned')
               OR back.kind = 'arbiter_decided' AND json_extract(back.body, '$.decision.ruling') = 'work')
    )
)
WHERE status = 'completed';

-- Everything that the figures ask of an order, so that they are summed up without a look into its row. What changes with
-- every move of an order is left out.
CREATE INDEX orders_figures ON orders (
    seller_id, paid_at, started_at, ended_at, ending, effect, voided, delivered_in_time, buyer_id, origin, method, currency,
    price
) WHERE paid_at IS NOT NULL;
