From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Definition f1 (p : R) : R :=
  (p ^ 2 + (- 1)) ^ 2 / 4.

Definition f1_p (p : R) : R :=
  2 * (p ^ 2 + (- 1)) * (2 * p) / 4.

Lemma f1_p_derivative : forall (p q : R), 0 < p -> 0 < q -> is_derive (fun p => f1 p) p (f1_p p).
Proof.
  intros.
  change (is_derive (fun p => (p ^ 2 + (- 1)) ^ 2 / 4) p (2 * (p ^ 2 + (- 1)) * (2 * p) / 4)).
  derivative.
Qed.

Lemma equation : forall (p q : R), 0 < p -> 0 < q -> q * (p - f1_p p / (p * q)) - q ^ 2 = 1 + p * q - (p ^ 2 + q ^ 2).
Proof.
  intros.
  try assert (P0 : p <> 0) by (nonzero).
  try assert (P1 : q <> 0) by (nonzero).
  change (q * (p - 2 * (p ^ 2 + (- 1)) * (2 * p) / 4 / (p * q)) - q ^ 2 = 1 + p * q - (p ^ 2 + q ^ 2)).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (p q : R), 0 < p -> 0 < q -> is_derive (fun p => f1 p) p (f1_p p))
  /\ (forall (p q : R), 0 < p -> 0 < q -> q * (p - f1_p p / (p * q)) - q ^ 2 = 1 + p * q - (p ^ 2 + q ^ 2)).

Theorem proved : claims.
Proof. exact (conj f1_p_derivative equation). Qed.

End Equation1.

Module Equation2.

Definition P (eta : R) : R :=
  1 / eta.

Definition Q (eta : R) : R :=
  1 + 1 / eta.

Lemma equation : forall (eta : R), 0 < eta -> (1 + eta) ^ 2 - 3 * eta * (1 + eta) * Q eta + 9 * eta ^ 2 * (P eta) ^ 2 = 9 - 2 * (1 + eta) ^ 2.
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  change ((1 + eta) ^ 2 - 3 * eta * (1 + eta) * (1 + 1 / eta) + 9 * eta ^ 2 * (1 / eta) ^ 2 = 9 - 2 * (1 + eta) ^ 2).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta : R), 0 < eta -> (1 + eta) ^ 2 - 3 * eta * (1 + eta) * Q eta + 9 * eta ^ 2 * (P eta) ^ 2 = 9 - 2 * (1 + eta) ^ 2).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation2.

Module Equation3.

Definition P (eta : R) : R :=
  1 / eta.

Definition Q (eta : R) : R :=
  1 + 1 / eta.

Lemma equation : forall (eta : R), 0 < eta -> (1 - eta) ^ 2 + eta * (1 - eta) * Q eta + eta ^ 2 * (P eta) ^ 2 = 3 - 2 * eta.
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  change ((1 - eta) ^ 2 + eta * (1 - eta) * (1 + 1 / eta) + eta ^ 2 * (1 / eta) ^ 2 = 3 - 2 * eta).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta : R), 0 < eta -> (1 - eta) ^ 2 + eta * (1 - eta) * Q eta + eta ^ 2 * (P eta) ^ 2 = 3 - 2 * eta).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation3.

Module Equation4.

Definition L (x y : R) : R :=
  (x * y + (- 1)) ^ 2 / 2.

Definition L_x (x y : R) : R :=
  2 * (x * y + (- 1)) * y / 2.

Lemma L_x_derivative : forall (x y : R), is_derive (fun x => L x y) x (L_x x y).
Proof.
  intros.
  change (is_derive (fun x => (x * y + (- 1)) ^ 2 / 2) x (2 * (x * y + (- 1)) * y / 2)).
  derivative.
Qed.

Definition L_x_x (y : R) : R :=
  2 * y * y / 2.

Lemma L_x_x_derivative : forall (x y : R), is_derive (fun x => L_x x y) x (L_x_x y).
Proof.
  intros.
  change (is_derive (fun x => 2 * (x * y + (- 1)) * y / 2) x (2 * y * y / 2)).
  derivative.
Qed.

Definition L_x_y (x y : R) : R :=
  (2 * x * y + 2 * (x * y + (- 1))) / 2.

Lemma L_x_y_derivative : forall (x y : R), is_derive (fun y => L_x x y) y (L_x_y x y).
Proof.
  intros.
  change (is_derive (fun y => 2 * (x * y + (- 1)) * y / 2) y ((2 * x * y + 2 * (x * y + (- 1))) / 2)).
  derivative.
Qed.

Lemma equation : forall (x : R), L_x_x x + L_x_y x x = 3 * x ^ 2 + (- 1).
Proof.
  intros.
  change (2 * x * x / 2 + (2 * x * x + 2 * (x * x + (- 1))) / 2 = 3 * x ^ 2 + (- 1)).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (x y : R), is_derive (fun x => L x y) x (L_x x y))
  /\ (forall (x y : R), is_derive (fun x => L_x x y) x (L_x_x y))
  /\ (forall (x y : R), is_derive (fun y => L_x x y) y (L_x_y x y))
  /\ (forall (x : R), L_x_x x + L_x_y x x = 3 * x ^ 2 + (- 1)).

Theorem proved : claims.
Proof. exact (conj L_x_derivative (conj L_x_x_derivative (conj L_x_y_derivative equation))). Qed.

End Equation4.

Module Equation5.

Definition L (x y : R) : R :=
  (x * y + (- 1)) ^ 2 / 2.

Definition L_x (x y : R) : R :=
  2 * (x * y + (- 1)) * y / 2.

Lemma L_x_derivative : forall (x y : R), is_derive (fun x => L x y) x (L_x x y).
Proof.
  intros.
  change (is_derive (fun x => (x * y + (- 1)) ^ 2 / 2) x (2 * (x * y + (- 1)) * y / 2)).
  derivative.
Qed.

Definition L_x_x (y : R) : R :=
  2 * y * y / 2.

Lemma L_x_x_derivative : forall (x y : R), is_derive (fun x => L_x x y) x (L_x_x y).
Proof.
  intros.
  change (is_derive (fun x => 2 * (x * y + (- 1)) * y / 2) x (2 * y * y / 2)).
  derivative.
Qed.

Definition L_x_y (x y : R) : R :=
  (2 * x * y + 2 * (x * y + (- 1))) / 2.

Lemma L_x_y_derivative : forall (x y : R), is_derive (fun y => L_x x y) y (L_x_y x y).
Proof.
  intros.
  change (is_derive (fun y => 2 * (x * y + (- 1)) * y / 2) y ((2 * x * y + 2 * (x * y + (- 1))) / 2)).
  derivative.
Qed.

Lemma equation : forall (x : R), L_x_x x - L_x_y x x = 1 - x ^ 2.
Proof.
  intros.
  change (2 * x * x / 2 - (2 * x * x + 2 * (x * x + (- 1))) / 2 = 1 - x ^ 2).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (x y : R), is_derive (fun x => L x y) x (L_x x y))
  /\ (forall (x y : R), is_derive (fun x => L_x x y) x (L_x_x y))
  /\ (forall (x y : R), is_derive (fun y => L_x x y) y (L_x_y x y))
  /\ (forall (x : R), L_x_x x - L_x_y x x = 1 - x ^ 2).

Theorem proved : claims.
Proof. exact (conj L_x_derivative (conj L_x_x_derivative (conj L_x_y_derivative equation))). Qed.

End Equation5.

Module Equation6.

Definition x (e : R) : R :=
  sqrt e.

Lemma equation : forall (e : R), 0 < e -> x e - 2 / (1 + e) * (x e + (x e) ^ 3) = - x e.
Proof.
  intros.
  try assert (P0 : 0 <= e) by (nonneg).
  try assert (P1 : 1 + e <> 0) by (nonzero).
  change (sqrt e - 2 / (1 + e) * (sqrt e + (sqrt e) ^ 3) = - sqrt e).
  assert (Q0 : (sqrt e) ^ 2 = e) by (rewrite pow2_sqrt; [field; conditions | nonneg]).
  field [Q0]; conditions.
Qed.

Definition claims : Prop :=
  (forall (e : R), 0 < e -> x e - 2 / (1 + e) * (x e + (x e) ^ 3) = - x e).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation6.

Module Equation7.

Lemma equation : forall (eta : R), 0 < eta -> (1 - eta * (1 + 3 * (2 / eta + (- 1)))) ^ 2 = (2 * eta + (- 5)) ^ 2.
Proof.
  intros.
  try assert (P0 : eta <> 0) by (nonzero).
  change ((1 - eta * (1 + 3 * (2 / eta + (- 1)))) ^ 2 = (2 * eta + (- 5)) ^ 2).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (eta : R), 0 < eta -> (1 - eta * (1 + 3 * (2 / eta + (- 1)))) ^ 2 = (2 * eta + (- 5)) ^ 2).

Theorem proved : claims.
Proof. exact equation. Qed.

End Equation7.

Module Equation8.

Definition f1 (x : R) : R :=
  1 - cos x.

Definition f1_x (x : R) : R :=
  sin x.

Lemma f1_x_derivative : forall (x : R), is_derive (fun x => f1 x) x (f1_x x).
Proof.
  intros.
  change (is_derive (fun x => 1 - cos x) x (sin x)).
  derivative.
Qed.

Lemma equation : forall (x : R), sin x <> 0 -> x - 2 * x / sin x * f1_x x = - x.
Proof.
  intros.
  change (x - 2 * x / sin x * sin x = - x).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (x : R), is_derive (fun x => f1 x) x (f1_x x))
  /\ (forall (x : R), sin x <> 0 -> x - 2 * x / sin x * f1_x x = - x).

Theorem proved : claims.
Proof. exact (conj f1_x_derivative equation). Qed.

End Equation8.

Module Equation9.

Definition f1 (x : R) : R :=
  1 - cos x.

Definition f1_x (x : R) : R :=
  sin x.

Lemma f1_x_derivative : forall (x : R), is_derive (fun x => f1 x) x (f1_x x).
Proof.
  intros.
  change (is_derive (fun x => 1 - cos x) x (sin x)).
  derivative.
Qed.

Definition f1_x_x (x : R) : R :=
  cos x.

Lemma f1_x_x_derivative : forall (x : R), is_derive (fun x => f1_x x) x (f1_x_x x).
Proof.
  intros.
  change (is_derive (fun x => sin x) x (cos x)).
  derivative.
Qed.

Lemma equation : sin (PI / 2) <> 0 -> (1 - 2 * (PI / 2) / sin (PI / 2) * f1_x_x (PI / 2)) ^ 2 = 1.
Proof.
  intros.
  change ((1 - 2 * (PI / 2) / sin (PI / 2) * cos (PI / 2)) ^ 2 = 1).
  assert (A1 : sin (PI / 2) = 1) by (replace (PI / 2) with (PI / 2) by (field; conditions); apply sin_PI2).
  rewrite A1 in *.
  assert (A3 : cos (PI / 2) = 0) by (replace (PI / 2) with (PI / 2) by (field; conditions); apply cos_PI2).
  rewrite A3 in *.
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (x : R), is_derive (fun x => f1 x) x (f1_x x))
  /\ (forall (x : R), is_derive (fun x => f1_x x) x (f1_x_x x))
  /\ (sin (PI / 2) <> 0 -> (1 - 2 * (PI / 2) / sin (PI / 2) * f1_x_x (PI / 2)) ^ 2 = 1).

Theorem proved : claims.
Proof. exact (conj f1_x_derivative (conj f1_x_x_derivative equation)). Qed.

End Equation9.

Theorem exact_cycles : Equation1.claims /\ Equation2.claims /\ Equation3.claims /\ Equation4.claims /\ Equation5.claims /\ Equation6.claims /\ Equation7.claims /\ Equation8.claims /\ Equation9.claims.
Proof. exact (conj Equation1.proved (conj Equation2.proved (conj Equation3.proved (conj Equation4.proved (conj Equation5.proved (conj Equation6.proved (conj Equation7.proved (conj Equation8.proved Equation9.proved)))))))). Qed.

Print Assumptions exact_cycles.
