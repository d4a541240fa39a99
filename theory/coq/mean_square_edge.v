From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Definition c (eta m lambda : R) : R :=
  1 + m - eta * lambda.

Definition k (eta m lambda : R) : R :=
  c eta m lambda / (1 + m).

Definition V (eta m lambda : R) : R :=
  lambda * (1 - m) * (2 * (1 + m) - eta * lambda) / (eta * (1 + m)).

Lemma equation : forall (eta m lambda : R), 0 < eta -> 0 < m -> 0 < lambda -> (c eta m lambda) ^ 2 - 2 * c eta m lambda * m * k eta m lambda + m ^ 2 + eta ^ 2 * V eta m lambda = 1.
Proof.
  intros.
  try assert (P0 : 1 + m <> 0) by (nonzero).
  try assert (P1 : eta <> 0) by (nonzero).
  change ((1 + m - eta * lambda) ^ 2 - 2 * (1 + m - eta * lambda) * m * ((1 + m - eta * lambda) / (1 + m)) + m ^ 2 + eta ^ 2 * (lambda * (1 - m) * (2 * (1 + m) - eta * lambda) / (eta * (1 + m))) = 1).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta m lambda : R), 0 < eta -> 0 < m -> 0 < lambda -> (c eta m lambda) ^ 2 - 2 * c eta m lambda * m * k eta m lambda + m ^ 2 + eta ^ 2 * V eta m lambda = 1).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation1.

Module Equation2.

Definition c (eta m lambda : R) : R :=
  1 + m - eta * lambda.

Definition k (eta m lambda : R) : R :=
  c eta m lambda / (1 + m).

Lemma equation : forall (eta m lambda : R), 0 < eta -> 0 < m -> 0 < lambda -> c eta m lambda - m * k eta m lambda = k eta m lambda.
Proof.
  intros.
  try assert (P0 : 1 + m <> 0) by (nonzero).
  change (1 + m - eta * lambda - m * ((1 + m - eta * lambda) / (1 + m)) = (1 + m - eta * lambda) / (1 + m)).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta m lambda : R), 0 < eta -> 0 < m -> 0 < lambda -> c eta m lambda - m * k eta m lambda = k eta m lambda).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation2.

Module Equation3.

Definition V (eta m lambda : R) : R :=
  lambda * (1 - m) * (2 * (1 + m) - eta * lambda) / (eta * (1 + m)).

Lemma equation : forall (eta m lambda : R), 0 < eta -> 0 < m -> V eta m (2 * (1 + m) / eta) + lambda = lambda.
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  try assert (P1 : 1 + m <> 0) by (nonzero).
  change (2 * (1 + m) / eta * (1 - m) * (2 * (1 + m) - eta * (2 * (1 + m) / eta)) / (eta * (1 + m)) + lambda = lambda).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta m lambda : R), 0 < eta -> 0 < m -> V eta m (2 * (1 + m) / eta) + lambda = lambda).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation3.

Module Equation4.

Definition ratio (eta m lambda : R) : R :=
  (1 - m) * (2 * (1 + m) - eta * lambda) / (eta * (1 + m)) + lambda.

Lemma equation : forall (eta m lambda : R), 0 < eta -> 0 < m -> ratio eta m 0 + lambda = 2 * (1 - m) / eta + lambda.
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  try assert (P1 : 1 + m <> 0) by (nonzero).
  change ((1 - m) * (2 * (1 + m) - eta * 0) / (eta * (1 + m)) + 0 + lambda = 2 * (1 - m) / eta + lambda).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta m lambda : R), 0 < eta -> 0 < m -> ratio eta m 0 + lambda = 2 * (1 - m) / eta + lambda).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation4.

Module Equation5.

Definition eta (m lambda W : R) : R :=
  2 * (1 - m ^ 2) * lambda / (W * (1 + m) + lambda ^ 2 * (1 - m)).

Lemma equation : forall (m lambda W : R), 0 < m -> 0 < lambda -> 0 < W -> W * (1 + m) + lambda ^ 2 * (1 - m) <> 0 -> lambda * (1 - m) * (2 * (1 + m) - eta m lambda W * lambda) = W * eta m lambda W * (1 + m).
Proof.
  intros.
  change (lambda * (1 - m) * (2 * (1 + m) - 2 * (1 - m ^ 2) * lambda / (W * (1 + m) + lambda ^ 2 * (1 - m)) * lambda) = W * (2 * (1 - m ^ 2) * lambda / (W * (1 + m) + lambda ^ 2 * (1 - m))) * (1 + m)).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (m lambda W : R), 0 < m -> 0 < lambda -> 0 < W -> W * (1 + m) + lambda ^ 2 * (1 - m) <> 0 -> lambda * (1 - m) * (2 * (1 + m) - eta m lambda W * lambda) = W * eta m lambda W * (1 + m)).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation5.

Module Equation6.

Definition S (eta m v s e : R) : R :=
  (1 + m) * (2 * (1 - m) - eta * s ^ 2 / (2 * e)) / ((1 - m + (1 + m) * v) * eta).

Lemma equation : forall (eta m v s e : R), 0 < eta -> 0 < m -> 0 < v -> 0 < s -> 0 < e -> 1 - m + (1 + m) * v <> 0 -> S eta m v s e * (1 - m) * (2 * (1 + m) - eta * S eta m v s e) = eta * (1 + m) * (v * (S eta m v s e) ^ 2 + s ^ 2 * S eta m v s e / (2 * e)).
Proof.
  intros.
  try assert (P0 : e <> 0) by (nonzero).
  try assert (P1 : eta <> 0) by (nonzero).
  change ((1 + m) * (2 * (1 - m) - eta * s ^ 2 / (2 * e)) / ((1 - m + (1 + m) * v) * eta) * (1 - m) * (2 * (1 + m) - eta * ((1 + m) * (2 * (1 - m) - eta * s ^ 2 / (2 * e)) / ((1 - m + (1 + m) * v) * eta))) = eta * (1 + m) * (v * ((1 + m) * (2 * (1 - m) - eta * s ^ 2 / (2 * e)) / ((1 - m + (1 + m) * v) * eta)) ^ 2 + s ^ 2 * ((1 + m) * (2 * (1 - m) - eta * s ^ 2 / (2 * e)) / ((1 - m + (1 + m) * v) * eta)) / (2 * e))).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta m v s e : R), 0 < eta -> 0 < m -> 0 < v -> 0 < s -> 0 < e -> 1 - m + (1 + m) * v <> 0 -> S eta m v s e * (1 - m) * (2 * (1 + m) - eta * S eta m v s e) = eta * (1 + m) * (v * (S eta m v s e) ^ 2 + s ^ 2 * S eta m v s e / (2 * e))).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation6.

Theorem mean_square_edge : Equation1.claims /\ Equation2.claims /\ Equation3.claims /\ Equation4.claims /\ Equation5.claims /\ Equation6.claims.
Proof. exact (conj Equation1.proved (conj Equation2.proved (conj Equation3.proved (conj Equation4.proved (conj Equation5.proved Equation6.proved))))). Qed.

Print Assumptions mean_square_edge.
