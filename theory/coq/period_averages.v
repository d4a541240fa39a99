From Coq Require Import Reals Lra.
From Coquelicot Require Import Coquelicot.
Require Import selfstab.
Open Scope R_scope.

Module Equation1.

Definition F (X : R) : R :=
  ln X.

Definition F_X (X : R) : R :=
  / X.

Lemma F_X_derivative : forall (X : R), 0 < X -> is_derive (fun X => F X) X (F_X X).
Proof.
  intros.
  try assert (P0 : 0 < X) by (pos).
  change (is_derive (fun X => ln X) X (/ X)).
  derivative.
Qed.

Lemma equation : forall (X Y : R), 0 < X -> F_X X * X * Y + 0 * (1 - X ^ 2) = Y.
Proof.
  intros.
  try assert (P0 : X <> 0) by (nonzero).
  change (/ X * X * Y + 0 * (1 - X ^ 2) = Y).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (X : R), 0 < X -> is_derive (fun X => F X) X (F_X X))
  /\ (forall (X Y : R), 0 < X -> F_X X * X * Y + 0 * (1 - X ^ 2) = Y).

Theorem proved : claims.
Proof. exact (conj F_X_derivative equation). Qed.

End Equation1.

Module Equation2.

Definition F (Y : R) : R :=
  Y.

Definition F_Y : R :=
  1.

Lemma F_Y_derivative : forall (Y : R), is_derive (fun Y => F Y) Y (F_Y).
Proof.
  intros.
  change (is_derive (fun Y => Y) Y (1)).
  derivative.
Qed.

Lemma equation : forall (X Y : R), 0 * X * Y + F_Y * (1 - X ^ 2) = 1 - X ^ 2.
Proof.
  intros.
  change (0 * X * Y + 1 * (1 - X ^ 2) = 1 - X ^ 2).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (Y : R), is_derive (fun Y => F Y) Y (F_Y))
  /\ (forall (X Y : R), 0 * X * Y + F_Y * (1 - X ^ 2) = 1 - X ^ 2).

Theorem proved : claims.
Proof. exact (conj F_Y_derivative equation). Qed.

End Equation2.

Module Equation3.

Definition F (Y : R) : R :=
  Y ^ 3 / 3.

Definition F_Y (Y : R) : R :=
  3 * Y ^ 2 / 3.

Lemma F_Y_derivative : forall (Y : R), is_derive (fun Y => F Y) Y (F_Y Y).
Proof.
  intros.
  change (is_derive (fun Y => Y ^ 3 / 3) Y (3 * Y ^ 2 / 3)).
  derivative.
Qed.

Lemma equation : forall (X Y : R), 0 * X * Y + F_Y Y * (1 - X ^ 2) = Y ^ 2 - X ^ 2 * Y ^ 2.
Proof.
  intros.
  change (0 * X * Y + 3 * Y ^ 2 / 3 * (1 - X ^ 2) = Y ^ 2 - X ^ 2 * Y ^ 2).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (Y : R), is_derive (fun Y => F Y) Y (F_Y Y))
  /\ (forall (X Y : R), 0 * X * Y + F_Y Y * (1 - X ^ 2) = Y ^ 2 - X ^ 2 * Y ^ 2).

Theorem proved : claims.
Proof. exact (conj F_Y_derivative equation). Qed.

End Equation3.

Module Equation4.

Definition F (X Y : R) : R :=
  X ^ 2 * Y.

Definition F_X (X Y : R) : R :=
  2 * X * Y.

Lemma F_X_derivative : forall (X Y : R), is_derive (fun X => F X Y) X (F_X X Y).
Proof.
  intros.
  change (is_derive (fun X => X ^ 2 * Y) X (2 * X * Y)).
  derivative.
Qed.

Definition F_Y (X : R) : R :=
  X ^ 2.

Lemma F_Y_derivative : forall (X Y : R), is_derive (fun Y => F X Y) Y (F_Y X).
Proof.
  intros.
  change (is_derive (fun Y => X ^ 2 * Y) Y (X ^ 2)).
  derivative.
Qed.

Lemma equation : forall (X Y : R), F_X X Y * X * Y + F_Y X * (1 - X ^ 2) = 2 * X ^ 2 * Y ^ 2 + X ^ 2 - X ^ 4.
Proof.
  intros.
  change (2 * X * Y * X * Y + X ^ 2 * (1 - X ^ 2) = 2 * X ^ 2 * Y ^ 2 + X ^ 2 - X ^ 4).
  field; conditions.
Qed.

Definition claims : Prop :=
  (forall (X Y : R), is_derive (fun X => F X Y) X (F_X X Y))
  /\ (forall (X Y : R), is_derive (fun Y => F X Y) Y (F_Y X))
  /\ (forall (X Y : R), F_X X Y * X * Y + F_Y X * (1 - X ^ 2) = 2 * X ^ 2 * Y ^ 2 + X ^ 2 - X ^ 4).

Theorem proved : claims.
Proof. exact (conj F_X_derivative (conj F_Y_derivative equation)). Qed.

End Equation4.

Theorem period_averages : Equation1.claims /\ Equation2.claims /\ Equation3.claims /\ Equation4.claims.
Proof. exact (conj Equation1.proved (conj Equation2.proved (conj Equation3.proved Equation4.proved))). Qed.

Print Assumptions period_averages.
