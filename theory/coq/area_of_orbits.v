From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Definition Y (X E : R) : R :=
  sqrt (2 * E - (X ^ 2 + (- 1) - ln (X ^ 2))).

Definition Y_E (X E : R) : R :=
  / (2 * sqrt (2 * E - (X ^ 2 + (- 1) - ln (X ^ 2)))) * 2.

Lemma Y_E_derivative : forall (X E : R), 0 < X -> 0 < E -> 0 < 2 * E - (X ^ 2 + (- 1) - ln (X ^ 2)) -> is_derive (fun E => Y X E) E (Y_E X E).
Proof.
  intros.
  try assert (P0 : 0 < X ^ 2) by (pos).
  change (is_derive (fun E => sqrt (2 * E - (X ^ 2 + (- 1) - ln (X ^ 2)))) E (/ (2 * sqrt (2 * E - (X ^ 2 + (- 1) - ln (X ^ 2)))) * 2)).
  derivative.
Qed.

Lemma equation : forall (X E : R), 0 < X -> 0 < E -> 0 <= 2 * E - (X ^ 2 + (- 1) - ln (X ^ 2)) -> 0 < 2 * E - (X ^ 2 + (- 1) - ln (X ^ 2)) -> Y X E * Y_E X E = 1.
Proof.
  intros.
  try assert (P0 : 0 < X ^ 2) by (pos).
  change (sqrt (2 * E - (X ^ 2 + (- 1) - ln (X ^ 2))) * (/ (2 * sqrt (2 * E - (X ^ 2 + (- 1) - ln (X ^ 2)))) * 2) = 1).
  assert (Q0 : (sqrt (2 * E - (X ^ 2 + (- 1) - ln (X ^ 2)))) ^ 2 = 1 + 2 * E + (- 1) * X ^ 2 + ln (X ^ 2)) by (rewrite pow2_sqrt; [field; conditions | nonneg]).
  field [Q0]; conditions.
Qed.

Definition claims : Prop :=
  (forall (X E : R), 0 < X -> 0 < E -> 0 < 2 * E - (X ^ 2 + (- 1) - ln (X ^ 2)) -> is_derive (fun E => Y X E) E (Y_E X E))
  /\ (forall (X E : R), 0 < X -> 0 < E -> 0 <= 2 * E - (X ^ 2 + (- 1) - ln (X ^ 2)) -> 0 < 2 * E - (X ^ 2 + (- 1) - ln (X ^ 2)) -> Y X E * Y_E X E = 1).

Theorem proved : claims.
Proof. exact (conj Y_E_derivative equation). Qed.

End Equation1.

Module Equation2.

Definition f1 (X : R) : R :=
  ln X.

Definition f1_X (X : R) : R :=
  / X.

Lemma f1_X_derivative : forall (X : R), 0 < X -> is_derive (fun X => f1 X) X (f1_X X).
Proof.
  intros.
  try assert (P0 : 0 < X) by (pos).
  change (is_derive (fun X => ln X) X (/ X)).
  derivative.
Qed.

Lemma equation : forall (X Y : R), 0 < X -> Y * f1_X X * X * Y = Y ^ 2.
Proof.
  intros.
  try assert (P0 : X <> 0) by (nonzero).
  change (Y / X * X * Y = Y ^ 2).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (X : R), 0 < X -> is_derive (fun X => f1 X) X (f1_X X))
  /\ (forall (X Y : R), 0 < X -> Y * f1_X X * X * Y = Y ^ 2).

Theorem proved : claims.
Proof. exact (conj f1_X_derivative equation). Qed.

End Equation2.

Module Equation3.

Definition l (w : R) : R :=
  w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36.

Definition f1 (w : R) : R :=
  exp (2 * l w) + (- 1) - 2 * l w - w ^ 2.

Definition f1_w (w : R) : R :=
  exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) - 2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36) - 2 * w.

Lemma f1_w_derivative : forall (w : R), is_derive (fun w => f1 w) w (f1_w w).
Proof.
  intros.
  change (is_derive (fun w => exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) + (- 1) - 2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36) - w ^ 2) w (exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) - 2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36) - 2 * w)).
  derivative.
Qed.

Definition f1_w_w (w : R) : R :=
  exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) + exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36)) - 2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36) + (- 2).

Lemma f1_w_w_derivative : forall (w : R), is_derive (fun w => f1_w w) w (f1_w_w w).
Proof.
  intros.
  change (is_derive (fun w => exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) - 2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36) - 2 * w) w (exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) + exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36)) - 2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36) + (- 2))).
  derivative.
Qed.

Lemma equation : f1_w_w 0 = 0.
Proof.
  intros.
  change (exp (2 * (0 / sqrt 2 - 0 ^ 2 / 6 + sqrt 2 * 0 ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * 0 / 6 + sqrt 2 * (3 * 0 ^ 2) / 36)) * (2 * (/ sqrt 2 - 2 * 0 / 6 + sqrt 2 * (3 * 0 ^ 2) / 36)) + exp (2 * (0 / sqrt 2 - 0 ^ 2 / 6 + sqrt 2 * 0 ^ 3 / 36)) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * 0)) / 36)) - 2 * (- (1 / 3) + sqrt 2 * (3 * (2 * 0)) / 36) + (- 2) = 0).
  assert (A1 : exp (2 * (0 / sqrt 2 - 0 ^ 2 / 6 + sqrt 2 * 0 ^ 3 / 36)) = 1) by (replace (2 * (0 / sqrt 2 - 0 ^ 2 / 6 + sqrt 2 * 0 ^ 3 / 36)) with (0) by (field; conditions); apply exp_0).
  rewrite A1 in *.
  assert (Q0 : (sqrt 2) ^ 2 = 2) by (rewrite pow2_sqrt; [field; conditions | nonneg]).
  field [Q0]; conditions.
Qed.

Definition claims : Prop :=
  (forall (w : R), is_derive (fun w => f1 w) w (f1_w w))
  /\ (forall (w : R), is_derive (fun w => f1_w w) w (f1_w_w w))
  /\ (f1_w_w 0 = 0).

Theorem proved : claims.
Proof. exact (conj f1_w_derivative (conj f1_w_w_derivative equation)). Qed.

End Equation3.

Module Equation4.

Definition l (w : R) : R :=
  w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36.

Definition f1 (w : R) : R :=
  exp (2 * l w) + (- 1) - 2 * l w - w ^ 2.

Definition f1_w (w : R) : R :=
  exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) - 2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36) - 2 * w.

Lemma f1_w_derivative : forall (w : R), is_derive (fun w => f1 w) w (f1_w w).
Proof.
  intros.
  change (is_derive (fun w => exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) + (- 1) - 2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36) - w ^ 2) w (exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) - 2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36) - 2 * w)).
  derivative.
Qed.

Definition f1_w_w (w : R) : R :=
  exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) + exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36)) - 2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36) + (- 2).

Lemma f1_w_w_derivative : forall (w : R), is_derive (fun w => f1_w w) w (f1_w_w w).
Proof.
  intros.
  change (is_derive (fun w => exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) - 2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36) - 2 * w) w (exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) + exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36)) - 2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36) + (- 2))).
  derivative.
Qed.

Definition f1_w_w_w (w : R) : R :=
  (exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) + exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36))) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) + exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36)) + (exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36)) + exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (sqrt 2 * 6 / 36))) - 2 * (sqrt 2 * 6 / 36).

Lemma f1_w_w_w_derivative : forall (w : R), is_derive (fun w => f1_w_w w) w (f1_w_w_w w).
Proof.
  intros.
  change (is_derive (fun w => exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) + exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36)) - 2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36) + (- 2)) w ((exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) + exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36))) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) + exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36)) + (exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36)) + exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (sqrt 2 * 6 / 36))) - 2 * (sqrt 2 * 6 / 36))).
  derivative.
Qed.

Lemma equation : f1_w_w_w 0 = 0.
Proof.
  intros.
  change ((exp (2 * (0 / sqrt 2 - 0 ^ 2 / 6 + sqrt 2 * 0 ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * 0 / 6 + sqrt 2 * (3 * 0 ^ 2) / 36)) * (2 * (/ sqrt 2 - 2 * 0 / 6 + sqrt 2 * (3 * 0 ^ 2) / 36)) + exp (2 * (0 / sqrt 2 - 0 ^ 2 / 6 + sqrt 2 * 0 ^ 3 / 36)) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * 0)) / 36))) * (2 * (/ sqrt 2 - 2 * 0 / 6 + sqrt 2 * (3 * 0 ^ 2) / 36)) + exp (2 * (0 / sqrt 2 - 0 ^ 2 / 6 + sqrt 2 * 0 ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * 0 / 6 + sqrt 2 * (3 * 0 ^ 2) / 36)) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * 0)) / 36)) + (exp (2 * (0 / sqrt 2 - 0 ^ 2 / 6 + sqrt 2 * 0 ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * 0 / 6 + sqrt 2 * (3 * 0 ^ 2) / 36)) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * 0)) / 36)) + exp (2 * (0 / sqrt 2 - 0 ^ 2 / 6 + sqrt 2 * 0 ^ 3 / 36)) * (2 * (sqrt 2 * 6 / 36))) - 2 * (sqrt 2 * 6 / 36) = 0).
  assert (A1 : exp (2 * (0 / sqrt 2 - 0 ^ 2 / 6 + sqrt 2 * 0 ^ 3 / 36)) = 1) by (replace (2 * (0 / sqrt 2 - 0 ^ 2 / 6 + sqrt 2 * 0 ^ 3 / 36)) with (0) by (field; conditions); apply exp_0).
  rewrite A1 in *.
  assert (Q0 : (sqrt 2) ^ 2 = 2) by (rewrite pow2_sqrt; [field; conditions | nonneg]).
  field [Q0]; conditions.
Qed.

Definition claims : Prop :=
  (forall (w : R), is_derive (fun w => f1 w) w (f1_w w))
  /\ (forall (w : R), is_derive (fun w => f1_w w) w (f1_w_w w))
  /\ (forall (w : R), is_derive (fun w => f1_w_w w) w (f1_w_w_w w))
  /\ (f1_w_w_w 0 = 0).

Theorem proved : claims.
Proof. exact (conj f1_w_derivative (conj f1_w_w_derivative (conj f1_w_w_w_derivative equation))). Qed.

End Equation4.

Module Equation5.

Definition l (w : R) : R :=
  w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36.

Definition f1 (w : R) : R :=
  exp (2 * l w) + (- 1) - 2 * l w - w ^ 2.

Definition f1_w (w : R) : R :=
  exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) - 2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36) - 2 * w.

Lemma f1_w_derivative : forall (w : R), is_derive (fun w => f1 w) w (f1_w w).
Proof.
  intros.
  change (is_derive (fun w => exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) + (- 1) - 2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36) - w ^ 2) w (exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) - 2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36) - 2 * w)).
  derivative.
Qed.

Definition f1_w_w (w : R) : R :=
  exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) + exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36)) - 2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36) + (- 2).

Lemma f1_w_w_derivative : forall (w : R), is_derive (fun w => f1_w w) w (f1_w_w w).
Proof.
  intros.
  change (is_derive (fun w => exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) - 2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36) - 2 * w) w (exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) + exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36)) - 2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36) + (- 2))).
  derivative.
Qed.

Definition f1_w_w_w (w : R) : R :=
  (exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) + exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36))) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) + exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36)) + (exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36)) + exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (sqrt 2 * 6 / 36))) - 2 * (sqrt 2 * 6 / 36).

Lemma f1_w_w_w_derivative : forall (w : R), is_derive (fun w => f1_w_w w) w (f1_w_w_w w).
Proof.
  intros.
  change (is_derive (fun w => exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) + exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36)) - 2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36) + (- 2)) w ((exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) + exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36))) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) + exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36)) + (exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36)) + exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (sqrt 2 * 6 / 36))) - 2 * (sqrt 2 * 6 / 36))).
  derivative.
Qed.

Definition f1_w_w_w_w (w : R) : R :=
  ((exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) + exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36))) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) + exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36)) + (exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36)) + exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (sqrt 2 * 6 / 36)))) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) + (exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) + exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36))) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36)) + ((exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) + exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36))) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36)) + exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) * (2 * (sqrt 2 * 6 / 36))) + ((exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) + exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36))) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36)) + exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) * (2 * (sqrt 2 * 6 / 36)) + exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) * (2 * (sqrt 2 * 6 / 36))).

Lemma f1_w_w_w_w_derivative : forall (w : R), is_derive (fun w => f1_w_w_w w) w (f1_w_w_w_w w).
Proof.
  intros.
  change (is_derive (fun w => (exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) + exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36))) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) + exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36)) + (exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36)) + exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (sqrt 2 * 6 / 36))) - 2 * (sqrt 2 * 6 / 36)) w (((exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) + exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36))) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) + exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36)) + (exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36)) + exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (sqrt 2 * 6 / 36)))) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) + (exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) + exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36))) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36)) + ((exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) + exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36))) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36)) + exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) * (2 * (sqrt 2 * 6 / 36))) + ((exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) + exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36))) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * w)) / 36)) + exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) * (2 * (sqrt 2 * 6 / 36)) + exp (2 * (w / sqrt 2 - w ^ 2 / 6 + sqrt 2 * w ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * w / 6 + sqrt 2 * (3 * w ^ 2) / 36)) * (2 * (sqrt 2 * 6 / 36))))).
  derivative.
Qed.

Lemma equation : f1_w_w_w_w 0 = 0.
Proof.
  intros.
  change (((exp (2 * (0 / sqrt 2 - 0 ^ 2 / 6 + sqrt 2 * 0 ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * 0 / 6 + sqrt 2 * (3 * 0 ^ 2) / 36)) * (2 * (/ sqrt 2 - 2 * 0 / 6 + sqrt 2 * (3 * 0 ^ 2) / 36)) + exp (2 * (0 / sqrt 2 - 0 ^ 2 / 6 + sqrt 2 * 0 ^ 3 / 36)) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * 0)) / 36))) * (2 * (/ sqrt 2 - 2 * 0 / 6 + sqrt 2 * (3 * 0 ^ 2) / 36)) + exp (2 * (0 / sqrt 2 - 0 ^ 2 / 6 + sqrt 2 * 0 ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * 0 / 6 + sqrt 2 * (3 * 0 ^ 2) / 36)) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * 0)) / 36)) + (exp (2 * (0 / sqrt 2 - 0 ^ 2 / 6 + sqrt 2 * 0 ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * 0 / 6 + sqrt 2 * (3 * 0 ^ 2) / 36)) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * 0)) / 36)) + exp (2 * (0 / sqrt 2 - 0 ^ 2 / 6 + sqrt 2 * 0 ^ 3 / 36)) * (2 * (sqrt 2 * 6 / 36)))) * (2 * (/ sqrt 2 - 2 * 0 / 6 + sqrt 2 * (3 * 0 ^ 2) / 36)) + (exp (2 * (0 / sqrt 2 - 0 ^ 2 / 6 + sqrt 2 * 0 ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * 0 / 6 + sqrt 2 * (3 * 0 ^ 2) / 36)) * (2 * (/ sqrt 2 - 2 * 0 / 6 + sqrt 2 * (3 * 0 ^ 2) / 36)) + exp (2 * (0 / sqrt 2 - 0 ^ 2 / 6 + sqrt 2 * 0 ^ 3 / 36)) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * 0)) / 36))) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * 0)) / 36)) + ((exp (2 * (0 / sqrt 2 - 0 ^ 2 / 6 + sqrt 2 * 0 ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * 0 / 6 + sqrt 2 * (3 * 0 ^ 2) / 36)) * (2 * (/ sqrt 2 - 2 * 0 / 6 + sqrt 2 * (3 * 0 ^ 2) / 36)) + exp (2 * (0 / sqrt 2 - 0 ^ 2 / 6 + sqrt 2 * 0 ^ 3 / 36)) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * 0)) / 36))) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * 0)) / 36)) + exp (2 * (0 / sqrt 2 - 0 ^ 2 / 6 + sqrt 2 * 0 ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * 0 / 6 + sqrt 2 * (3 * 0 ^ 2) / 36)) * (2 * (sqrt 2 * 6 / 36))) + ((exp (2 * (0 / sqrt 2 - 0 ^ 2 / 6 + sqrt 2 * 0 ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * 0 / 6 + sqrt 2 * (3 * 0 ^ 2) / 36)) * (2 * (/ sqrt 2 - 2 * 0 / 6 + sqrt 2 * (3 * 0 ^ 2) / 36)) + exp (2 * (0 / sqrt 2 - 0 ^ 2 / 6 + sqrt 2 * 0 ^ 3 / 36)) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * 0)) / 36))) * (2 * (- (1 / 3) + sqrt 2 * (3 * (2 * 0)) / 36)) + exp (2 * (0 / sqrt 2 - 0 ^ 2 / 6 + sqrt 2 * 0 ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * 0 / 6 + sqrt 2 * (3 * 0 ^ 2) / 36)) * (2 * (sqrt 2 * 6 / 36)) + exp (2 * (0 / sqrt 2 - 0 ^ 2 / 6 + sqrt 2 * 0 ^ 3 / 36)) * (2 * (/ sqrt 2 - 2 * 0 / 6 + sqrt 2 * (3 * 0 ^ 2) / 36)) * (2 * (sqrt 2 * 6 / 36))) = 0).
  assert (A1 : exp (2 * (0 / sqrt 2 - 0 ^ 2 / 6 + sqrt 2 * 0 ^ 3 / 36)) = 1) by (replace (2 * (0 / sqrt 2 - 0 ^ 2 / 6 + sqrt 2 * 0 ^ 3 / 36)) with (0) by (field; conditions); apply exp_0).
  rewrite A1 in *.
  assert (Q0 : (sqrt 2) ^ 2 = 2) by (rewrite pow2_sqrt; [field; conditions | nonneg]).
  field [Q0]; conditions.
Qed.

Definition claims : Prop :=
  (forall (w : R), is_derive (fun w => f1 w) w (f1_w w))
  /\ (forall (w : R), is_derive (fun w => f1_w w) w (f1_w_w w))
  /\ (forall (w : R), is_derive (fun w => f1_w_w w) w (f1_w_w_w w))
  /\ (forall (w : R), is_derive (fun w => f1_w_w_w w) w (f1_w_w_w_w w))
  /\ (f1_w_w_w_w 0 = 0).

Theorem proved : claims.
Proof. exact (conj f1_w_derivative (conj f1_w_w_derivative (conj f1_w_w_w_derivative (conj f1_w_w_w_w_derivative equation)))). Qed.

End Equation5.

Module Equation6.

Definition F (s r : R) : R :=
  r ^ 2 * (1 / sqrt 2 * (s + sin s * cos s) / 2 + r * (cos s) ^ 3 / 9 + sqrt 2 * r ^ 2 / 12 * (s / 8 - sin s * cos s * (1 - 2 * (sin s) ^ 2) / 8)).

Definition F_s (s r : R) : R :=
  r ^ 2 * (1 / sqrt 2 * (1 + (cos s * cos s + sin s * (- sin s))) / 2 + r * (3 * (cos s) ^ 2 * (- sin s)) / 9 + sqrt 2 * r ^ 2 / 12 * (1 / 8 - ((cos s * cos s + sin s * (- sin s)) * (1 - 2 * (sin s) ^ 2) + sin s * cos s * (- (2 * (2 * sin s * cos s)))) / 8)).

Lemma F_s_derivative : forall (s r : R), 0 < r -> is_derive (fun s => F s r) s (F_s s r).
Proof.
  intros.
  change (is_derive (fun s => r ^ 2 * (1 / sqrt 2 * (s + sin s * cos s) / 2 + r * (cos s) ^ 3 / 9 + sqrt 2 * r ^ 2 / 12 * (s / 8 - sin s * cos s * (1 - 2 * (sin s) ^ 2) / 8))) s (r ^ 2 * (1 / sqrt 2 * (1 + (cos s * cos s + sin s * (- sin s))) / 2 + r * (3 * (cos s) ^ 2 * (- sin s)) / 9 + sqrt 2 * r ^ 2 / 12 * (1 / 8 - ((cos s * cos s + sin s * (- sin s)) * (1 - 2 * (sin s) ^ 2) + sin s * cos s * (- (2 * (2 * sin s * cos s)))) / 8)))).
  derivative.
Qed.

Lemma equation : forall (s r : R), 0 < r -> F_s s r = (r * cos s) ^ 2 * (1 / sqrt 2 - r * sin s / 3 + sqrt 2 * (r * sin s) ^ 2 / 12).
Proof.
  intros.
  change (r ^ 2 * (1 / sqrt 2 * (1 + (cos s * cos s + sin s * (- sin s))) / 2 + r * (3 * (cos s) ^ 2 * (- sin s)) / 9 + sqrt 2 * r ^ 2 / 12 * (1 / 8 - ((cos s * cos s + sin s * (- sin s)) * (1 - 2 * (sin s) ^ 2) + sin s * cos s * (- (2 * (2 * sin s * cos s)))) / 8)) = (r * cos s) ^ 2 * (1 / sqrt 2 - r * sin s / 3 + sqrt 2 * (r * sin s) ^ 2 / 12)).
  assert (Q0 : (sqrt 2) ^ 2 = 2) by (rewrite pow2_sqrt; [field; conditions | nonneg]).
  assert (Q1 : sin (s) ^ 2 = 1 - cos (s) ^ 2) by (rewrite <- !Rsqr_pow2; apply sin2).
  field [Q0 Q1]; conditions.
Qed.

Definition claims : Prop :=
  (forall (s r : R), 0 < r -> is_derive (fun s => F s r) s (F_s s r))
  /\ (forall (s r : R), 0 < r -> F_s s r = (r * cos s) ^ 2 * (1 / sqrt 2 - r * sin s / 3 + sqrt 2 * (r * sin s) ^ 2 / 12)).

Theorem proved : claims.
Proof. exact (conj F_s_derivative equation). Qed.

End Equation6.

Module Equation7.

Definition F (s r : R) : R :=
  r ^ 2 * (1 / sqrt 2 * (s + sin s * cos s) / 2 + r * (cos s) ^ 3 / 9 + sqrt 2 * r ^ 2 / 12 * (s / 8 - sin s * cos s * (1 - 2 * (sin s) ^ 2) / 8)).

Lemma equation : forall (E : R), 0 < E -> F (2 * PI) (sqrt (2 * E)) - F 0 (sqrt (2 * E)) = sqrt 2 * PI * E * (1 + E / 12).
Proof.
  intros.
  try assert (P0 : 0 <= 2 * E) by (nonneg).
  change ((sqrt (2 * E)) ^ 2 * (1 / sqrt 2 * (2 * PI + sin (2 * PI) * cos (2 * PI)) / 2 + sqrt (2 * E) * (cos (2 * PI)) ^ 3 / 9 + sqrt 2 * (sqrt (2 * E)) ^ 2 / 12 * (2 * PI / 8 - sin (2 * PI) * cos (2 * PI) * (1 - 2 * (sin (2 * PI)) ^ 2) / 8)) - (sqrt (2 * E)) ^ 2 * (1 / sqrt 2 * (0 + sin 0 * cos 0) / 2 + sqrt (2 * E) * (cos 0) ^ 3 / 9 + sqrt 2 * (sqrt (2 * E)) ^ 2 / 12 * (0 / 8 - sin 0 * cos 0 * (1 - 2 * (sin 0) ^ 2) / 8)) = sqrt 2 * PI * E * (1 + E / 12)).
  assert (A2 : sin (2 * PI) = 0) by (replace (2 * PI) with (2 * PI) by (field; conditions); apply sin_2PI).
  rewrite A2 in *.
  assert (A4 : cos (2 * PI) = 1) by (replace (2 * PI) with (2 * PI) by (field; conditions); apply cos_2PI).
  rewrite A4 in *.
  assert (A6 : sin 0 = 0) by (replace (0) with (0) by (field; conditions); apply sin_0).
  rewrite A6 in *.
  assert (A8 : cos 0 = 1) by (replace (0) with (0) by (field; conditions); apply cos_0).
  rewrite A8 in *.
  assert (Q0 : (sqrt (2 * E)) ^ 2 = 2 * E) by (rewrite pow2_sqrt; [field; conditions | nonneg]).
  assert (Q1 : (sqrt 2) ^ 2 = 2) by (rewrite pow2_sqrt; [field; conditions | nonneg]).
  field [Q0 Q1]; conditions.
Qed.

Definition claims : Prop :=
  (forall (E : R), 0 < E -> F (2 * PI) (sqrt (2 * E)) - F 0 (sqrt (2 * E)) = sqrt 2 * PI * E * (1 + E / 12)).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation7.

Module Equation8.

Definition f1 (E : R) : R :=
  sqrt 2 * PI * E * (1 + E / 12).

Definition f1_E (E : R) : R :=
  sqrt 2 * PI * (1 + E / 12) + sqrt 2 * PI * E / 12.

Lemma f1_E_derivative : forall (E : R), is_derive (fun E => f1 E) E (f1_E E).
Proof.
  intros.
  change (is_derive (fun E => sqrt 2 * PI * E * (1 + E / 12)) E (sqrt 2 * PI * (1 + E / 12) + sqrt 2 * PI * E / 12)).
  derivative.
Qed.

Lemma equation : forall (E : R), f1_E E = sqrt 2 * PI * (1 + E / 6).
Proof.
  intros.
  change (sqrt 2 * PI * (1 + E / 12) + sqrt 2 * PI * E / 12 = sqrt 2 * PI * (1 + E / 6)).
  assert (Q0 : (sqrt 2) ^ 2 = 2) by (rewrite pow2_sqrt; [field; conditions | nonneg]).
  field [Q0]; conditions.
Qed.

Definition claims : Prop :=
  (forall (E : R), is_derive (fun E => f1 E) E (f1_E E))
  /\ (forall (E : R), f1_E E = sqrt 2 * PI * (1 + E / 6)).

Theorem proved : claims.
Proof. exact (conj f1_E_derivative equation). Qed.

End Equation8.

Module Equation9.

Definition f1 (E : R) : R :=
  E * (1 + E / 12) / (1 + E / 6) - E * (1 - E / 12).

Definition f1_E (E : R) : R :=
  (1 + E / 12 + E / 12) / (1 + E / 6) + E * (1 + E / 12) * ((- (1 / 6)) / (1 + E / 6) ^ 2) - (1 - E / 12 + E * (- (1 / 12))).

Lemma f1_E_derivative : forall (E : R), 1 + E / 6 <> 0 -> is_derive (fun E => f1 E) E (f1_E E).
Proof.
  intros.
  change (is_derive (fun E => E * (1 + E / 12) / (1 + E / 6) - E * (1 - E / 12)) E ((1 + E / 12 + E / 12) / (1 + E / 6) + E * (1 + E / 12) * ((- (1 / 6)) / (1 + E / 6) ^ 2) - (1 - E / 12 + E * (- (1 / 12))))).
  derivative.
Qed.

Definition f1_E_E (E : R) : R :=
  1 / 6 / (1 + E / 6) + (1 + E / 12 + E / 12) * ((- (1 / 6)) / (1 + E / 6) ^ 2) + ((1 + E / 12 + E / 12) * ((- (1 / 6)) / (1 + E / 6) ^ 2) + E * (1 + E / 12) * ((- (1 / 6)) * ((- (2 * (1 + E / 6) / 6)) / ((1 + E / 6) ^ 2) ^ 2))) + 1 / 6.

Lemma f1_E_E_derivative : forall (E : R), 1 + E / 6 <> 0 -> is_derive (fun E => f1_E E) E (f1_E_E E).
Proof.
  intros.
  change (is_derive (fun E => (1 + E / 12 + E / 12) / (1 + E / 6) + E * (1 + E / 12) * ((- (1 / 6)) / (1 + E / 6) ^ 2) - (1 - E / 12 + E * (- (1 / 12)))) E (1 / 6 / (1 + E / 6) + (1 + E / 12 + E / 12) * ((- (1 / 6)) / (1 + E / 6) ^ 2) + ((1 + E / 12 + E / 12) * ((- (1 / 6)) / (1 + E / 6) ^ 2) + E * (1 + E / 12) * ((- (1 / 6)) * ((- (2 * (1 + E / 6) / 6)) / ((1 + E / 6) ^ 2) ^ 2))) + 1 / 6)).
  derivative.
Qed.

Lemma equation : f1_E_E 0 = 0.
Proof.
  intros.
  try assert (P0 : 1 + 0 / 6 <> 0) by (replace (1 + 0 / 6) with (1) by (field; conditions); nonzero).
  change (1 / 6 / (1 + 0 / 6) + (1 + 0 / 12 + 0 / 12) * ((- (1 / 6)) / (1 + 0 / 6) ^ 2) + ((1 + 0 / 12 + 0 / 12) * ((- (1 / 6)) / (1 + 0 / 6) ^ 2) + 0 * (1 + 0 / 12) * ((- (1 / 6)) * ((- (2 * (1 + 0 / 6) / 6)) / ((1 + 0 / 6) ^ 2) ^ 2))) + 1 / 6 = 0).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (E : R), 1 + E / 6 <> 0 -> is_derive (fun E => f1 E) E (f1_E E))
  /\ (forall (E : R), 1 + E / 6 <> 0 -> is_derive (fun E => f1_E E) E (f1_E_E E))
  /\ (f1_E_E 0 = 0).

Theorem proved : claims.
Proof. exact (conj f1_E_derivative (conj f1_E_E_derivative equation)). Qed.

End Equation9.

Theorem area_of_orbits : Equation1.claims /\ Equation2.claims /\ Equation3.claims /\ Equation4.claims /\ Equation5.claims /\ Equation6.claims /\ Equation7.claims /\ Equation8.claims /\ Equation9.claims.
Proof. exact (conj Equation1.proved (conj Equation2.proved (conj Equation3.proved (conj Equation4.proved (conj Equation5.proved (conj Equation6.proved (conj Equation7.proved (conj Equation8.proved Equation9.proved)))))))). Qed.

Print Assumptions area_of_orbits.
